import Foundation
import Testing

/// `--report`, and what a build server's environment makes of a run.
@Suite struct ReportFileTests {
  private static let manifest = "manifest: 1\napp: { name: \"\", type: private }\n"

  static let formats = [
    "text", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "checkstyle", "rdjson", "markdown",
    "html",
  ]

  @Test func `the formats are those that --help lists`() throws {
    let words = try CommandRun("lint", "--help").output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("(values: \(Self.formats.joined(separator: ", ")))"))
  }

  @Test func `writes several reports in one run, the same as on standard output`() throws {
    let folder = try TemporaryFolder()
    try folder.write("pipedrive.app.yaml", Self.manifest)
    var arguments = ["--quiet"]
    for format in Self.formats { arguments += ["--report", "\(format)=report.\(format)"] }
    let run = try CommandRun(arguments, in: folder.url)
    #expect(run.status == 1)
    #expect(run.output.contains("empty-value"))
    for format in Self.formats {
      let report = try String(contentsOf: folder.url.appending(path: "report.\(format)"), encoding: .utf8)
      #expect(try report == CommandRun("--format", format, in: folder.url).output, "\(format)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.count == Self.formats.count + 1)
  }

  @Test func `replaces a report as a whole`() throws {
    let folder = try TemporaryFolder()
    try folder.write("pipedrive.app.yaml", Self.manifest)
    try folder.write("report.json", String(repeating: "x", count: 100_000))
    #expect(try CommandRun("--report", "json=report.json", in: folder.url).status == 1)
    let report = try Data(contentsOf: folder.url.appending(path: "report.json"))
    #expect((try JSONSerialization.jsonObject(with: report)) is [String: Any])
  }

  @Test func `a report that cannot be written is trouble, and hides nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("pipedrive.app.yaml", Self.manifest)
    let run = try CommandRun(
      "--report", "json=none/report.json", "--report", "sarif=report.sarif", "--report", "junit=.", in: folder.url)
    #expect(run.status == 2)
    #expect(
      run.trouble == """
        manifestlint: cannot write the report 'none/report.json': file does not exist; its folder must exist
        manifestlint: cannot write the report '.': this is a folder, not a file

        """)
    #expect(run.output.contains("empty-value"))
    let report = try String(contentsOf: folder.url.appending(path: "report.sarif"), encoding: .utf8)
    #expect(report.contains(#""executionSuccessful":false,"exitCode":2"#))
  }

  #if os(Linux)
    @Test func `a full disk is trouble, and leaves nothing behind`() throws {
      let folder = try TemporaryFolder()
      try folder.write("pipedrive.app.yaml", Self.manifest)
      let run = try CommandRun("--report", "json=/dev/full", in: folder.url)
      #expect(run.status == 2)
      #expect(run.trouble == "manifestlint: cannot write '/dev/full': no space left on device\n")
    }
  #endif

  @Test func `a report never replaces the file that it is about`() throws {
    let folder = try TemporaryFolder()
    try folder.write("pipedrive.app.yaml", Self.manifest)
    let run = try CommandRun("--report", "json=./pipedrive.app.yaml", in: folder.url)
    #expect(run.status == 2)
    #expect(run.trouble.contains("would replace the file that it is about"))
    let text = try String(contentsOf: folder.url.appending(path: "pipedrive.app.yaml"), encoding: .utf8)
    #expect(text == Self.manifest)
  }

  @Test(arguments: [
    (["--report", "sarif"], "write the format and the file"), (["--report", "serif=a"], "there is no format 'serif'"),
    (["--report", "sarif="], "needs the path of a file"), (["--report", "sarif=-"], "writes to standard output"),
    (["--report", "sarif=a", "--report", "json=a"], "two reports cannot be written to 'a'"),
    (["--report", "sarif=a", "--report", "json=.//a"], "two reports cannot be written to './/a'"),
  ])
  func `wrong usage is said in words`(arguments: [String], words: String) throws {
    let run = try CommandRun(arguments, in: CommandRun.root)
    #expect(run.status == 2)
    #expect(run.trouble.contains(words), "\(run.trouble)")
  }

  @Test func `in GitHub Actions the format is github, and the job gets its summary`() throws {
    let folder = try TemporaryFolder()
    try folder.write("app/pipedrive.app.yaml", Self.manifest)
    try folder.write("summary.md", "before\n")
    let environment = [
      "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "../summary.md", "GITHUB_WORKSPACE": folder.url.path,
    ]
    let app = folder.url.appending(path: "app")
    let run = try CommandRun(in: app, environment: environment)
    #expect(run.output.hasPrefix("::error file=app/pipedrive.app.yaml,line=2,"))
    let summary = try String(contentsOf: folder.url.appending(path: "summary.md"), encoding: .utf8)
    #expect(summary.hasPrefix("before\n### manifestlint: found "))
    #expect(try CommandRun("--format", "text", in: app, environment: environment).output.contains("error["))
    #expect(
      try summary == String(contentsOf: folder.url.appending(path: "summary.md"), encoding: .utf8),
      "only the github format writes it")
  }

  @Test func `in GitLab's CI paths begin in the project, also those in a repository inside of it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("module/.git/HEAD", "")
    try folder.write("module/pipedrive.app.yaml", Self.manifest)
    for (project, path) in [(folder.url.path, "module/pipedrive.app.yaml"), ("/none", "pipedrive.app.yaml")] {
      let run = try CommandRun(
        "--format", "gitlab", in: folder.url.appending(path: "module"), environment: ["CI_PROJECT_DIR": project])
      #expect(run.output.contains("\"path\":\"\(path)\""))
    }
  }

  @Test func `a summary that cannot be written decides nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("pipedrive.app.yaml", Self.manifest)
    let run = try CommandRun("--format", "github", in: folder.url, environment: ["GITHUB_STEP_SUMMARY": "none/s.md"])
    #expect(run.status == 1)
    #expect(run.trouble == "manifestlint: 'none/s.md' does not exist\n")
  }

  @Test(arguments: formats)
  func `--quiet leaves no machine's report without its end`(format: String) throws {
    let run = try CommandRun("--format", format, "--quiet", "Samples/valid/minimal.pipedrive.yaml")
    let isForPeople = format == "text" || format == "concise"
    #expect(run.output.isEmpty == isForPeople)
  }

  @Test func `validate writes the same formats`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", "a: 1\n")
    try folder.write("schema.json", #"{"properties": {"a": {"type": "string"}}}"#)
    let run = try CommandRun(
      "validate", "--schema", "schema.json", "a.yaml", "--format", "github", "--report", "sarif=a.sarif", in: folder.url
    )
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("::error file=a.yaml,line=1,endLine=1,col=4,"))
    #expect(try String(contentsOf: folder.url.appending(path: "a.sarif"), encoding: .utf8).contains("\"wrong-type\""))
  }
}
