import Foundation
import Testing

/// `--diff` against the real `git apply`.
@Suite struct DiffTests {
  private static let manifest = """
    # A comment at the top
    manifest: 1
    app:
      nmae: 'Car Services App'   # kept
      type: privat
      callbackUrl: https://www.carservicesapp.com/c
    oauth:
      scopes:
        - base
        - deals:read
        - base
    extensions:
      linkActions:
        - name: Trasporto più veloce 🚚
          url: https://www.carservicesapp.com/q
          locations: [deal-details, deal-details]
      jsonPanels:
        - name: Visits
          apiEndpoint: https://www.carservicesapp.com/v
          jwtSecret: ${S}
          dataStructure: panels/p.json
          locations: [deal-details]

    """

  private static let panel = ##"{ "type": "object", "properties": { "a": { "$ref": "#/definitions/txt" } } }"##

  /// A folder with a repository and files in it.
  private func repository(_ files: [String: Data]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try CommandRun(shell: "git init -q .", in: folder.url)
    for (path, data) in files { try folder.write(path, data) }
    return folder
  }

  private func contents(_ files: [String: Data], in folder: TemporaryFolder) throws -> [String: Data] {
    try files.reduce(into: [:]) { $0[$1.key] = try Data(contentsOf: folder.url.appending(path: $1.key)) }
  }

  /// Checks that the patch makes of the files what `--fix` makes of them.
  private func expectPatch(
    _ files: [String: Data], options: String = "", below path: String = ".", comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let patched = try repository(files)
    let below = patched.url.appending(path: path)
    let run = try CommandRun(
      shell: "\"$0\" --diff \(options) >\"$PATCH\"", in: below,
      environment: [
        "PATCH": patched.url.appending(path: "patch").path
      ])
    #expect(run.status == 1, comment, sourceLocation: sourceLocation)
    #expect(try contents(files, in: patched) == files, "nothing is written", sourceLocation: sourceLocation)
    let applied = try CommandRun(
      shell: "git apply --whitespace=nowarn \"$PATCH\"", in: below,
      environment: ["PATCH": patched.url.appending(path: "patch").path])
    #expect(applied.trouble.isEmpty && applied.status == 0, "\(applied.trouble)", sourceLocation: sourceLocation)
    let fixed = try repository(files)
    _ = try CommandRun(shell: "\"$0\" --fix \(options)", in: fixed.url.appending(path: path))
    let expected = try contents(files, in: fixed)
    #expect(expected != files, "there is something to fix", sourceLocation: sourceLocation)
    #expect(try contents(files, in: patched) == expected, comment, sourceLocation: sourceLocation)
    let again = try CommandRun(shell: "\"$0\" --diff \(options)", in: below)
    #expect(again.status == 0 && again.output.isEmpty && again.trouble.isEmpty, comment, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "as it is", "CRLF", "byte order mark", "no final line break", "both", "only carriage returns",
  ])
  func `a patch does what --fix does`(form: String) throws {
    var (manifest, panel) = (Self.manifest, Self.panel)
    switch form {
    case "CRLF": (manifest, panel) = (manifest.replacing("\n", with: "\r\n"), panel + "\r\n")
    case "byte order mark": manifest = "\u{FEFF}" + manifest
    case "no final line break": manifest.removeLast()
    case "both": manifest = "\u{FEFF}" + manifest.dropLast().replacing("\n", with: "\r\n")
    case "only carriage returns": manifest = manifest.replacing("\n", with: "\r")
    default: break
    }
    try expectPatch(["a.pipedrive.yaml": Data(manifest.utf8), "panels/p.json": Data(panel.utf8)])
  }

  @Test(arguments: [
    "a b.pipedrive.yaml", "ta\tb.pipedrive.yaml", "quo\"te.pipedrive.yaml", "back\\slash.pipedrive.yaml",
    "naïve 🚚.pipedrive.yaml", "line\nbreak.pipedrive.yaml", "-dash.pipedrive.yaml", "a/b c/d.pipedrive.yaml",
  ])
  func `file names of every kind`(name: String) throws {
    try expectPatch([name: Data(Self.manifest.utf8)])
  }

  @Test func `from a folder below, by names from above, and through a link`() throws {
    let files = ["sub/deep/a.pipedrive.yaml": Data(Self.manifest.utf8), "b.pipedrive.yaml": Data(Self.manifest.utf8)]
    try expectPatch(files, below: "sub/deep")
    let folder = try repository(files)
    // Git takes no path from above the folder that it is called in, but it does so at the top.
    let above = try CommandRun(
      shell: "\"$0\" --diff ../../b.pipedrive.yaml 2>&- >../../patch; cd ../..; git apply patch",
      in: folder.url.appending(path: "sub/deep"))
    #expect(above.status == 0, "\(above.trouble)")
    #expect(
      try String(contentsOf: folder.url.appending(path: "b.pipedrive.yaml"), encoding: .utf8).contains(" name: 'Car"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "link.pipedrive.yaml").path, withDestinationPath: "sub/deep/a.pipedrive.yaml")
    let run = try CommandRun(shell: "\"$0\" --diff link.pipedrive.yaml 2>&- | git apply", in: folder.url)
    #expect(run.status == 0, "\(run.trouble)")
    #expect(
      try String(contentsOf: folder.url.appending(path: "sub/deep/a.pipedrive.yaml"), encoding: .utf8) != Self.manifest)
  }

  @Test func `outside of a repository paths are those from the working directory`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x/a.pipedrive.yaml", Self.manifest)
    let run = try CommandRun("--diff", in: folder.url)
    #expect(run.output.hasPrefix("diff --git a/x/a.pipedrive.yaml b/x/a.pipedrive.yaml\n"))
    #expect(run.trouble == "manifestlint: would fix 4 findings in x/a.pipedrive.yaml\n")
    #expect(try CommandRun(shell: "\"$0\" --diff 2>&- | git apply", in: folder.url).status == 0)
    #expect(try CommandRun("--diff", in: folder.url).status == 0)
  }

  @Test func `unsafe fixes are in the patch when they are asked for`() throws {
    let text = Self.manifest.replacing("callbackUrl: https", with: "callbackUrl: http")
    try expectPatch(["a.pipedrive.yaml": Data(text.utf8)], options: "--unsafe-fixes")
    let folder = try repository(["a.pipedrive.yaml": Data(text.utf8)])
    #expect(try !CommandRun("--diff", in: folder.url).output.contains("+  callbackUrl"))
    #expect(try CommandRun("--diff", "--unsafe-fixes", in: folder.url).output.contains("+  callbackUrl: https:"))
  }

  @Test func `lines that come and go, and changes all over a long file`() throws {
    var lines = ["manifest: 1", "app: { name: A, type: privat, callbackUrl: 'https://www.carservicesapp.com/c' }"]
    lines += ["oauth:", "  scopes:", "    - base"]
    for index in 0..<60 {
      lines.append(index.isMultiple(of: 7) ? "    - base # \(index)" : "    - deals:read")
      if index.isMultiple(of: 3) { lines.append("") }
    }
    lines += ["x-more: { a: 1 }"]
    try expectPatch(["a.pipedrive.yaml": Data(lines.joined(separator: "\n").utf8)], options: "--unsafe-fixes")
  }

  @Test func `no secret is in a patch`() throws {
    let text = Self.manifest.replacing("oauth:\n", with: "oauth:\n  clientSecret: hunter2hunter2\n")
    let folder = try repository(["a.pipedrive.yaml": Data(text.utf8)])
    let run = try CommandRun("--diff", "--unsafe-fixes", in: folder.url)
    #expect(run.status == 1)
    #expect(!(run.output + run.trouble).contains("hunter2"))
    #expect(
      run.trouble == """
        manifestlint: would fix 5 findings in a.pipedrive.yaml
        manifestlint: left out of the patch, since it would show a secret: line 8 of a.pipedrive.yaml

        """)
    let applied = try CommandRun(shell: "\"$0\" --diff --unsafe-fixes 2>&- | git apply", in: folder.url)
    #expect(applied.status == 0, "\(applied.trouble)")
    #expect(try CommandRun("--diff", in: folder.url).output.isEmpty)
    let fixed = try String(contentsOf: folder.url.appending(path: "a.pipedrive.yaml"), encoding: .utf8)
    #expect(fixed.contains("name: 'Car Services App'") && fixed.contains("clientSecret: hunter2hunter2"))
    // Where all is left out, there is still something to fix.
    let rest = try CommandRun("--diff", "--unsafe-fixes", in: folder.url)
    #expect(rest.status == 1 && rest.output.isEmpty)
  }

  @Test func `standard input`() throws {
    let named = try CommandRun("--diff", "--stdin-filename", "x/a.yaml", "-", input: Data(Self.manifest.utf8))
    #expect(named.output.hasPrefix("diff --git a/x/a.yaml b/x/a.yaml\n--- a/x/a.yaml\n"))
    #expect(named.status == 1)
    let nameless = try CommandRun("--diff", "-", input: Data(Self.manifest.utf8))
    #expect(nameless.output.contains("\n--- a/stdin\n+++ b/stdin\n"))
    #expect(nameless.trouble == "manifestlint: would fix 4 findings in <stdin>\n")
    let clean = try CommandRun("--diff", "-", input: Data(LintCommandTests.good.utf8))
    #expect(clean.status == 0 && clean.output.isEmpty && clean.trouble.isEmpty)
  }

  @Test func `a file that cannot be read is trouble, and the others are in the patch`() throws {
    let folder = try repository(["a.pipedrive.yaml": Data(Self.manifest.utf8)])
    let run = try CommandRun("--diff", "a.pipedrive.yaml", "none.yaml", in: folder.url)
    #expect(run.status == 2)
    #expect(run.trouble.contains("'none.yaml' does not exist"))
    #expect(run.output.contains("+  name: 'Car Services App'"))
    let empty = try TemporaryFolder()
    #expect(try CommandRun("--diff", in: empty.url).status == 2)
    #expect(try CommandRun("--diff", "--allow-empty", in: empty.url).status == 0)
  }

  @Test func `a broken file and one in UTF-16 are not in the patch`() throws {
    var data = Data([0xFF, 0xFE])
    for unit in Self.manifest.utf16 { data += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let folder = try repository(["a.pipedrive.yaml": data, "b.pipedrive.yaml": Data("app: [\n".utf8)])
    let run = try CommandRun("--diff", in: folder.url)
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(run.trouble == "manifestlint: 'a.pipedrive.yaml' gets no fixes, since it is not in UTF-8\n")
  }

  @Test func `for a person it is in colours`() throws {
    let folder = try repository(["a.pipedrive.yaml": Data(Self.manifest.utf8)])
    let run = try CommandRun("--diff", "--color", "always", in: folder.url)
    #expect(run.output.contains("\u{1B}[31m-  nmae") && run.output.contains("\u{1B}[32m+  name"))
  }
}
