import Foundation
import Testing

@Suite struct FixTests {
  private static let manifest = """
    # A comment at the top
    manifest: 1
    app:
      nmae: 'Car Services App'   # kept
      type: privat
      callbackUrl: http://www.carservicesapp.com/c
    oauth: { scopes: [base] }

    """

  private func text(_ path: String, in folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
  }

  @Test func `safe fixes are applied, comments and layout stay, and the rest is reported`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.pipedrive.yaml", Self.manifest)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    let run = try CommandRun("--fix", in: folder.url)
    #expect(run.status == 0)
    #expect(run.trouble == "manifestlint: fixed 2 findings in a.pipedrive.yaml\n")
    #expect(run.output.contains("warning[https-url]"))
    let expected = Self.manifest.replacing("nmae", with: "name").replacing("privat\n", with: "private\n")
    #expect(try text("a.pipedrive.yaml", in: folder) == expected)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.pipedrive.yaml"])
    // A second time there is nothing to do.
    #expect(try CommandRun("--fix", in: folder.url).trouble.isEmpty)
  }

  @Test func `unsafe fixes only when they are asked for`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.manifest)
    let run = try CommandRun("--unsafe-fixes", in: folder.url)
    #expect(run.output == "no problems in 1 file\n")
    #expect(try text("a.pipedrive.yaml", in: folder).contains("callbackUrl: https://www"))
  }

  @Test func `a file that needs nothing is not touched, and one in UTF-16 never`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("good.pipedrive.yaml", LintCommandTests.good)
    var data = Data([0xFF, 0xFE])
    for unit in Self.manifest.utf16 { data += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let wide = try folder.write("wide.pipedrive.yaml", data)
    let before = try FileManager.default.attributesOfItem(atPath: good.path)[.systemFileNumber] as? Int
    _ = try CommandRun("--unsafe-fixes", in: folder.url)
    #expect(try FileManager.default.attributesOfItem(atPath: good.path)[.systemFileNumber] as? Int == before)
    #expect(try Data(contentsOf: wide) == data)
  }

  @Test func `line endings and a byte order mark stay`() throws {
    let folder = try TemporaryFolder()
    let windows = "\u{FEFF}" + Self.manifest.replacing("\n", with: "\r\n")
    try folder.write("a.pipedrive.yaml", windows)
    _ = try CommandRun("--fix", in: folder.url)
    let expected = windows.replacing("nmae", with: "name").replacing("privat\r\n", with: "private\r\n")
    #expect(try Data(contentsOf: folder.url.appending(path: "a.pipedrive.yaml")) == Data(expected.utf8))
  }

  @Test func `a link stays a link, and documents that are referred to are fixed too`() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/a.yaml", Self.manifest)
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "a.pipedrive.yaml").path, withDestinationPath: "real/a.yaml")
    _ = try CommandRun("--fix", "a.pipedrive.yaml", in: folder.url)
    let type = try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: "a.pipedrive.yaml").path)[
      .type]
    #expect(type as? FileAttributeType == .typeSymbolicLink)
    #expect(try text("real/a.yaml", in: folder).contains("name: 'Car Services App'"))
    try folder.write(
      "b.pipedrive.yaml",
      LintCommandTests.good + """
        extensions:
          jsonPanels:
            - { name: A, apiEndpoint: "https://www.carservicesapp.com/v", jwtSecret: "${S}", dataStructure: p.json, locations: [deal-details] }

        """)
    try folder.write("p.json", ##"{ "type": "object", "properties": { "a": { "$ref": "#/definitions/txt" } } }"##)
    let run = try CommandRun("--fix", "b.pipedrive.yaml", in: folder.url)
    #expect(run.output == "no problems in 2 files\n")
    #expect(try text("p.json", in: folder).contains("#/definitions/text"))
  }

  @Test func `standard input comes out fixed, and the report goes to standard error`() throws {
    let run = try CommandRun("--fix", "-", input: Data(Self.manifest.utf8))
    #expect(run.output == Self.manifest.replacing("nmae", with: "name").replacing("privat\n", with: "private\n"))
    #expect(run.trouble.contains("warning[https-url]"))
    let json = try CommandRun("--fix", "-", input: Data("{ \"manifest\": \"1\" }".utf8))
    #expect(json.output == "{ \"manifest\": 1 }")
    #expect(try CommandRun("--fix", "-", "x.yaml").status == 2)
  }

  @Test func `a text that cannot be read is mended where that is certain, and left alone where not`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", "oauth: { clientId: ${ID}, scopes: [base] }\n")
    try folder.write("b.pipedrive.yaml", "app: [\n")
    let run = try CommandRun("--fix", in: folder.url)
    #expect(try text("a.pipedrive.yaml", in: folder) == "oauth: { clientId: \"${ID}\", scopes: [base] }\n")
    #expect(try text("b.pipedrive.yaml", in: folder) == "app: [\n")
    #expect(run.status == 1)
  }

  @Test func `what cannot be written is trouble, and nothing is lost`() throws {
    let folder = try TemporaryFolder()
    try folder.write("locked/a.pipedrive.yaml", Self.manifest)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: folder.url.appending(path: "locked").path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    try FileManager.default.copyItem(at: CommandRun.binary, to: folder.url.appending(path: "manifestlint"))
    let asOther = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    let run = try CommandRun(
      shell: "\(asOther) ./manifestlint --fix locked/a.pipedrive.yaml", in: folder.url,
      environment: ["LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? ""])
    #expect(run.status == 2)
    #expect(run.trouble.contains("no permission to write 'locked/a.pipedrive.yaml'"))
    #expect(run.output.contains("error[unknown-key]"))
    #expect(try text("locked/a.pipedrive.yaml", in: folder) == Self.manifest)
  }

  @Test func `a file that may not be written is trouble, and the others are fixed`() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write("\(name).pipedrive.yaml", Self.manifest) }
    try FileManager.default.copyItem(at: CommandRun.binary, to: folder.url.appending(path: "manifestlint"))
    let asOther = getuid() == 0 ? "chown -R 65534 . && setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    let run = try CommandRun(
      shell: "chmod 0444 b.pipedrive.yaml && \(asOther) ./manifestlint --fix --quiet", in: folder.url,
      environment: ["LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? ""])
    #expect(run.status == 2)
    #expect(
      run.trouble == """
        manifestlint: fixed 2 findings in a.pipedrive.yaml
        manifestlint: no permission to write 'b.pipedrive.yaml'
        manifestlint: fixed 2 findings in c.pipedrive.yaml

        """)
    #expect(try text("b.pipedrive.yaml", in: folder) == Self.manifest)
    for name in ["a", "c"] { #expect(try text("\(name).pipedrive.yaml", in: folder).contains("name: 'Car")) }
  }

  @Test func `one fix that does harm is left out, and the others are made`() throws {
    let folder = try TemporaryFolder()
    // Renamed, the key would hold a name that is too long.
    let text = Self.manifest + "extensions:\n  linkActions:\n    - nmae: A name that is longer than thirty characters\n"
    try folder.write("a.pipedrive.yaml", text)
    let run = try CommandRun("--fix", in: folder.url)
    #expect(run.trouble == "manifestlint: fixed 2 findings in a.pipedrive.yaml\n")
    #expect(run.output.contains("unknown key 'nmae'"))
    #expect(
      try self.text("a.pipedrive.yaml", in: folder)
        == text.replacing("nmae: 'Car", with: "name: 'Car").replacing("privat\n", with: "private\n"))
  }

  @Test func `a fix that would do harm is not promised`() throws {
    let folder = try TemporaryFolder()
    let text = Self.manifest.replacing("type: privat", with: "type: 5").replacing("nmae", with: "name")
    try folder.write("a.pipedrive.yaml", text)
    for run in [try CommandRun(in: folder.url), try CommandRun("--fix", in: folder.url)] {
      #expect(run.output.contains("'type' must be text, not a number"))
      #expect(!run.output.contains("fix (safe)"))
      #expect(run.output.hasSuffix("found 1 error and 1 warning in 1 file (1 fixable with --unsafe-fixes)\n"))
      #expect(run.trouble.isEmpty)
    }
    #expect(try CommandRun("--format", "json", in: folder.url).output.contains("\"fixable\": 0"))
    #expect(try self.text("a.pipedrive.yaml", in: folder) == text)
  }

  @Test func `a comment behind '>' stays, and goes on suppressing`() throws {
    let folder = try TemporaryFolder()
    let text =
      Self.manifest.replacing("nmae", with: "name").replacing("privat\n", with: "private\n") + """
        extensions:
          linkActions:
            - name: >  # manifestlint-disable-line sentence-case -- a brand
                Send The Quote By Sub
              url: https://www.carservicesapp.com/q
              locations: [deal-details]

        """
    try folder.write("a.pipedrive.yaml", text)
    let run = try CommandRun("--fix", "--level", "warning", in: folder.url)
    #expect(run.trouble == "manifestlint: fixed 1 finding in a.pipedrive.yaml\n")
    #expect(
      try self.text("a.pipedrive.yaml", in: folder)
        == text.replacing(
          ">  # manifestlint-disable-line sentence-case -- a brand\n        Send The Quote By Sub",
          with: "\"Send The Quote By Sub\"  # manifestlint-disable-line sentence-case -- a brand"))
    #expect(run.output.hasSuffix("found 1 warning in 1 file (1 fixable with --unsafe-fixes, 1 suppressed)\n"))
  }

  @Test func `what is suppressed is not fixed, what a baseline knows is, and the code is of what is left`() throws {
    let folder = try TemporaryFolder()
    let text = Self.manifest.replacing("privat\n", with: "privat # manifestlint-disable-line invalid-value\n")
    try folder.write("a.pipedrive.yaml", text)
    _ = try CommandRun("--write-baseline", "base.json", in: folder.url)
    let diff = try CommandRun("--diff", "--baseline", "base.json", in: folder.url)
    #expect(diff.status == 1)
    #expect(diff.trouble == "manifestlint: would fix 1 finding in a.pipedrive.yaml\n")
    let run = try CommandRun("--fix", "--baseline", "base.json", "--max-warnings", "0", in: folder.url)
    #expect(run.status == 0)
    #expect(run.output == "no problems in 1 file (2 suppressed)\n")
    #expect(
      run.trouble == """
        manifestlint: fixed 1 finding in a.pipedrive.yaml
        manifestlint: 1 entry of 'base.json' no longer occurs; --write-baseline base.json removes what is gone:
          a.pipedrive.yaml: unknown-key /app/nmae

        """)
    #expect(try self.text("a.pipedrive.yaml", in: folder) == text.replacing("nmae", with: "name"))
    #expect(try CommandRun("--fix", "--max-warnings", "0", in: folder.url).status == 1)
    // Fixed first, then written down.
    try folder.write("a.pipedrive.yaml", text)
    let written = try CommandRun("--fix", "--write-baseline", "base.json", in: folder.url)
    #expect(written.trouble.hasSuffix("manifestlint: wrote 1 finding to 'base.json'\n"))
    // Standard input by its name.
    let input = try CommandRun(
      "--fix", "-", "--stdin-filename", "a.pipedrive.yaml", "--baseline", "base.json", in: folder.url,
      input: Data(text.utf8))
    #expect(input.output == text.replacing("nmae", with: "name"))
    #expect(input.trouble == "no problems in 1 file (2 suppressed)\n")
    let patch = try CommandRun("--diff", "--fix", "-", in: folder.url, input: Data(text.utf8))
    #expect(patch.output.contains("\n+  name: 'Car Services App'   # kept\n"))
    #expect(try self.text("a.pipedrive.yaml", in: folder) == text.replacing("nmae", with: "name"))
  }

  @Test func `a text with many slips of syntax is mended in one run`() throws {
    let lines = (0..<30).map { "x-\($0): { a: ${A\($0)} }\n" }.joined()
    let run = try CommandRun("--fix", "-", input: Data(("manifest: 1\n" + lines).utf8))
    #expect(run.output == "manifest: 1\n" + lines.replacing("${", with: "\"${").replacing("} }", with: "}\" }"))
  }
}
