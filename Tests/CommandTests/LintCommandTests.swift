import Foundation
import Testing

@Suite struct LintCommandTests {
  static let good = """
    manifest: 1
    app: { name: Car Services App, type: private, callbackUrl: "https://www.carservicesapp.com/callback" }
    oauth: { scopes: [base] }

    """
  static let warned = good.replacing("https://", with: "http://")
  static let bad = good.replacing("type: private", with: "type: privat")

  // MARK: Exit codes

  @Test func `a clean run says so and ends with 0`() throws {
    let folder = try TemporaryFolder()
    try folder.write("pipedrive.app.yaml", Self.good)
    let run = try CommandRun(in: folder.url)
    #expect(run.status == 0)
    #expect(run.output == "no problems in 1 file\n")
    #expect(run.trouble.isEmpty)
  }

  @Test func `an error ends with 1, a warning with 0 unless it is asked for`() throws {
    let folder = try TemporaryFolder()
    try folder.write("bad.yaml", Self.bad)
    try folder.write("warned.yaml", Self.warned)
    #expect(try CommandRun("bad.yaml", in: folder.url).status == 1)
    #expect(try CommandRun("warned.yaml", in: folder.url).status == 0)
    #expect(try CommandRun("--fail-on", "warning", "warned.yaml", in: folder.url).status == 1)
    #expect(try CommandRun("--fail-on", "never", "bad.yaml", in: folder.url).status == 0)
    #expect(try CommandRun("--max-warnings", "0", "warned.yaml", in: folder.url).status == 1)
    #expect(try CommandRun("--max-warnings", "1", "warned.yaml", in: folder.url).status == 0)
  }

  @Test func `of more findings than anybody reads the first are told, and that there are more`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x.yaml", Self.good + "list:\n" + String(repeating: "  - no\n", count: 10_050))
    let run = try CommandRun("--format", "concise", "--fail-on", "never", "x.yaml", in: folder.url)
    #expect(run.status == 2)
    let told = run.output.split(separator: "\n").filter { $0.hasPrefix("x.yaml:") }
    #expect(told.count == 10_001)
    let rest = "error[incomplete-validation] there are more than 10000 findings, of which these first are told"
    #expect(told.last?.hasSuffix(rest) == true, "\(told.last ?? "")")
  }

  @Test(arguments: [
    ["--no-such-option"], ["--format", "xml"], ["--rule", "no-such-rule=off"], ["--rule", "name-length"],
    ["--only", "nme-length"], ["--max-warnings", "-1"], ["--jobs", "0"], ["-", "-"], ["--kind", "panel"],
    ["explain", "nme-length"], ["schema", "nothing"], [""],
  ])
  func `wrong usage ends with 2 and a word on standard error`(arguments: [String]) throws {
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = try CommandRun(shell: "\"$0\" \(line)")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.trouble.hasPrefix("Error: "))
  }

  @Test func `a missing path ends with 2, and the others are still linted`() throws {
    let folder = try TemporaryFolder()
    try folder.write("bad.yaml", Self.bad)
    let run = try CommandRun("missing.yaml", "bad.yaml", "--fail-on", "never", in: folder.url)
    #expect(run.status == 2)
    #expect(run.trouble == "manifestlint: 'missing.yaml' does not exist\n")
    #expect(run.output.contains("error[invalid-value]"))
    #expect(run.output.contains("error[unreadable-file]: file does not exist"))
    #expect(run.output.hasSuffix("found 2 errors in 2 files (1 fixable with --fix)\n"))
  }

  @Test func `no manifest ends with 2 unless that is allowed`() throws {
    let folder = try TemporaryFolder()
    try folder.write("other.yaml", "a: 1\n")
    let run = try CommandRun(in: folder.url)
    #expect(run.status == 2)
    #expect(run.trouble == "manifestlint: no app manifest found here\n")
    #expect(try CommandRun("--allow-empty", in: folder.url).status == 0)
    let json = try CommandRun("--allow-empty", "--format", "json", in: folder.url)
    #expect(json.status == 0)
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
  }

  @Test func `a file that may not be read is reported, to another user than root`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("secret.pipedrive.yaml", Self.good)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    let copy = folder.url.appending(path: "manifestlint")
    try FileManager.default.copyItem(at: CommandRun.binary, to: copy)
    let asOther = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    let run = try CommandRun(
      shell: "\(asOther) ./manifestlint secret.pipedrive.yaml", in: folder.url,
      environment: ["LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? ""])
    #expect(run.status == 2)
    #expect(run.trouble == "manifestlint: no permission to read 'secret.pipedrive.yaml'\n")
    #expect(run.output.contains("error[unreadable-file]: no permission to read the file"))
  }

  // MARK: Finding files

  @Test func `finds manifests by name, and by content in a folder called pipedrive`() throws {
    let folder = try TemporaryFolder()
    for path in ["pipedrive.app.yaml", "sub/a.pipedrive.yml", "sub/b.pipedrive.json", "pipedrive/app.yaml"] {
      try folder.write(path, path.hasSuffix("json") ? "{}" : Self.good)
    }
    try folder.write("pipedrive/other.yaml", "a: 1\n")
    try folder.write("other.yaml", "a: 1\n")
    try folder.write("node_modules/x/pipedrive.app.yaml", "a: 1\n")
    let run = try CommandRun("--list-files", in: folder.url)
    #expect(run.output == "pipedrive.app.yaml\npipedrive/app.yaml\nsub/a.pipedrive.yml\nsub/b.pipedrive.json\n")
    #expect(run.status == 0)
  }

  @Test func `passes over what git ignores, unless it is named`() throws {
    let folder = try TemporaryFolder()
    try folder.write("pipedrive.app.yaml", Self.good)
    try folder.write("build/pipedrive.app.yaml", Self.bad)
    try folder.write(".gitignore", "build/\n")
    _ = try CommandRun(shell: "git init -q .", in: folder.url)
    #expect(try CommandRun("--list-files", in: folder.url).output == "pipedrive.app.yaml\n")
    #expect(try CommandRun("build/pipedrive.app.yaml", in: folder.url).status == 1)
  }

  @Test func `a file is linted once, however often it is named`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.good)
    let run = try CommandRun("a.pipedrive.yaml", "./a.pipedrive.yaml", ".", "lint".isEmpty ? "" : ".", in: folder.url)
    #expect(run.output == "no problems in 1 file\n")
  }

  // MARK: Standard input

  @Test func `reads standard input, as JSON where it looks like it`() throws {
    #expect(try CommandRun("-", input: Data(Self.good.utf8)).output == "no problems in 1 file\n")
    let json = try CommandRun("-", "--format", "concise", input: Data("{ \"app\": {} \"x\": 1 }".utf8))
    #expect(json.status == 1)
    #expect(json.output.hasPrefix("<stdin>:1:"))
    #expect(json.output.contains("error[syntax]"))
    let flow = try CommandRun("-", "--only", "syntax", input: Data("{ app: {} }".utf8))
    #expect(flow.output == "no problems in 1 file\n")
    let named = try CommandRun("-", "--stdin-filename", "a.json", "--only", "syntax", input: Data("app: {}".utf8))
    #expect(named.output.contains("--> a.json:1:1"))
  }

  @Test func `a file that comes as standard input as well is reported once`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.bad)
    let run = try CommandRun(
      "--format", "concise", "--stdin-filename", "a.pipedrive.yaml", "-", ".", in: folder.url,
      input: Data(Self.bad.utf8))
    #expect(run.output == (try CommandRun("--format", "concise", "a.pipedrive.yaml", in: folder.url).output))
  }

  @Test func `closed standard input is trouble, not a crash`() throws {
    let run = try CommandRun(shell: "\"$0\" - <&-")
    #expect(run.status == 2)
    #expect(run.trouble == "manifestlint: standard input is closed\n")
  }

  @Test func `a reader that goes away ends nothing but the output`() throws {
    let folder = try TemporaryFolder()
    for number in 0..<300 { try folder.write("\(number).pipedrive.yaml", Self.bad) }
    let run = try CommandRun(shell: "{ \"$0\"; echo $? >code; } | head -c 10; cat code", in: folder.url)
    #expect(run.output.hasSuffix("1\n"))
    #expect(run.trouble.isEmpty)
    let closed = try CommandRun(shell: "\"$0\" >&-", in: folder.url)
    #expect(closed.status == 2)
    #expect(closed.trouble.contains("standard output is closed"))
  }

  // MARK: What is shown

  @Test func `quiet, level and statistics`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.bad.replacing("https://", with: "http://"))
    let quiet = try CommandRun("--quiet", "--format", "concise", in: folder.url)
    #expect(quiet.output.split(separator: "\n").count == 2)
    let errors = try CommandRun("--level", "error", "--format", "concise", "-q", in: folder.url)
    #expect(errors.output.split(separator: "\n").count == 1)
    #expect(try CommandRun("--level", "error", "--max-warnings", "0", in: folder.url).status == 1)
    let statistics = try CommandRun("--statistics", in: folder.url)
    #expect(statistics.output.contains("invalid-value"))
  }

  @Test func `a profile chooses rules, and what is said of one wins over it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("pipedrive.app.yaml", Self.good + "extensions: { jsonModals: [{ name: Spare parts }] }\n")
    func mentions(_ rule: String, _ options: String) throws -> Bool {
      try CommandRun(shell: "\"$0\" --level info --format concise \(options)", in: folder.url)
        .output.contains("[\(rule)]")
    }
    #expect(try !mentions("actionable-name", ""))
    #expect(try mentions("actionable-name", "--profile strict"))
    #expect(try mentions("actionable-name", "--rule actionable-name=error"))
    #expect(try mentions("actionable-name", "--only actionable-name"))
    #expect(try !mentions("actionable-name", "--profile strict --rule actionable-name=off"))
    #expect(try mentions("missing-key", "--profile minimal"))
    #expect(try CommandRun("--profile", "lax", in: folder.url).status == 2)
  }

  @Test func `a rule can be given another level, or be the only one`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.bad)
    #expect(try CommandRun("--rule", "invalid-value=off", in: folder.url).output == "no problems in 1 file\n")
    #expect(try CommandRun("--rule", "invalid-value=warning", in: folder.url).status == 0)
    #expect(try CommandRun("--only", "name-length", in: folder.url).status == 0)
  }

  @Test(arguments: [
    ([:], false), (["FORCE_COLOR": "1"], true), (["CLICOLOR_FORCE": "1"], true),
    (["FORCE_COLOR": "1", "NO_COLOR": "1"], false),
  ])
  func `colours as the environment asks`(environment: [String: String], isColored: Bool) throws {
    let run = try CommandRun("-", input: Data(Self.bad.utf8), environment: environment)
    #expect(run.output.contains("\u{1B}[") == isColored)
    #expect(try CommandRun("-", "--color", "always", input: Data(Self.bad.utf8)).output.contains("\u{1B}["))
    let never = try CommandRun("-", "--color", "never", input: Data(Self.bad.utf8), environment: environment)
    #expect(!never.output.contains("\u{1B}["))
  }

  @Test func `two runs are byte-identical, whatever the number of jobs`() throws {
    for format in ["text", "concise", "json"] {
      let one = try CommandRun("Samples", "--format", format, "--jobs", "1")
      let two = try CommandRun("Samples", "--format", format, "--jobs", "8")
      #expect(one.output == two.output)
      #expect(one.status == 1)
    }
  }

  @Test(arguments: ["text", "concise", "json"])
  func `no secret is in any output`(format: String) throws {
    let secret = "hunter2-c0ffee"
    let texts = [
      "manifest: 1\noauth: { clientSecret: \(secret) }\n",
      "manifest: 1\noauth: { clientSecert: \(secret) }\n",
      "manifest: 1\noauth: { clientSecret: [\(secret)] }\n",
      "manifest: 1\napp: { callbackUrl: 'http://\(secret)@a.de/x y' }\n",
      "oauth:\n  clientSecret: \(secret)\n  scopes: [\n",
      "oauth: { clientSecret: \"${S:-\(secret)}\" }\n",
      "extensions:\n  jsonPanels:\n    - httpAuth: { password: \(secret), passwort: \(secret) }\n",
    ]
    for text in texts {
      for option in ["--verbose", "--statistics", "--quiet"] {
        let run = try CommandRun("-", "--format", format, option, input: Data(text.utf8))
        #expect(!(run.output + run.trouble).contains(secret), "\(text)")
      }
    }
  }
}
