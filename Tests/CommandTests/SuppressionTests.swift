import Foundation
import Testing

/// Suppressions as a user meets them.
@Suite struct SuppressionTests {
  private static func manifest(_ items: String) -> String {
    """
    manifest: 1
    app:
      name: Car Services App
      type: private
      callbackUrl: https://www.carservicesapp.com/c
    oauth: { scopes: [base] }
    extensions:
      linkActions:
    \(items)

    """
  }

  private static let item = """
        - name: Send The Quote By Mail
          url: http://www.carservicesapp.com/quotes
          locations: [deal-details]
    """

  private func text(_ path: String, in folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
  }

  // MARK: Comments

  @Test func `suppressed findings are counted, and what suppresses nothing is reported and removed`() throws {
    let folder = try TemporaryFolder()
    let item = Self.item.replacing(
      "quotes", with: "quotes   # manifestlint-disable-line https-url, name-length -- intranet")
    try folder.write("a.pipedrive.yaml", Self.manifest("    # manifestlint-disable-next-line sentence-case\n" + item))
    let run = try CommandRun("--format", "concise", in: folder.url)
    #expect(
      run.output == """
        a.pipedrive.yaml:11:90: warning[unused-suppression] this comment suppresses nothing: 'name-length' reports nothing here
        found 1 warning in 1 file (1 fixable with --fix, 2 suppressed)

        """)
    #expect(try CommandRun("--fix", in: folder.url).output == "no problems in 1 file (2 suppressed)\n")
    #expect(try text("a.pipedrive.yaml", in: folder).contains("disable-line https-url -- intranet\n"))
    // A rule that is not asked for is not unused.
    let only = try CommandRun("--only", "unused-suppression", in: folder.url)
    #expect(only.output == "no problems in 1 file\n")
    let json = try CommandRun("--format", "json", in: folder.url)
    #expect(json.output.contains("\"suppressed\": 2"))
  }

  @Test func `a document that a manifest refers to has its own comments`() throws {
    let folder = try TemporaryFolder()
    let panel = "type: object\nproperties:\n  a: { $ref: text, type: x } # manifestlint-disable-line panel-field-key\n"
    try folder.write("panel.yaml", panel.replacing("text", with: "\"#/definitions/element_text\""))
    try folder.write(
      "a.pipedrive.yaml",
      Self.manifest(
        Self.item.replacing("Send The Quote By Mail", with: "Send quote").replacing("http:", with: "https:"))
        + "  jsonPanels:\n    - name: Car\n      apiEndpoint: https://www.carservicesapp.com/p\n"
        + "      jwtSecret: ${SECRET}\n      dataStructure: panel.yaml\n      locations: [deal-details]\n")
    let run = try CommandRun("--only", "panel-field-key", in: folder.url)
    #expect(run.output == "no problems in 2 files (1 suppressed)\n")
  }

  // MARK: Writing them

  @Test func `comments are written for what is found, once`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.pipedrive.yaml", Self.manifest(Self.item))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    let run = try CommandRun("--add-suppressions=shipped so", "a.pipedrive.yaml", in: folder.url)
    #expect(run.trouble == "manifestlint: suppressed 2 findings in a.pipedrive.yaml\n")
    #expect(run.output == "no problems in 1 file (2 suppressed)\n")
    #expect(run.status == 0)
    let expected = Self.item
      .replacing("    - name", with: "    # manifestlint-disable-next-line sentence-case -- shipped so\n    - name")
      .replacing("      url", with: "      # manifestlint-disable-next-line https-url -- shipped so\n      url")
    #expect(try text("a.pipedrive.yaml", in: folder) == Self.manifest(expected))
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    let again = try CommandRun("--add-suppressions", "a.pipedrive.yaml", in: folder.url)
    #expect(again.trouble.isEmpty)
    #expect(again.output == "no problems in 1 file (2 suppressed)\n")
  }

  @Test func `an existing comment takes further rules in, unless it has another reason`() throws {
    let folder = try TemporaryFolder()
    let comment = "    # manifestlint-disable-next-line sentence-case"
    for (reason, expected) in [
      ("", comment + ", name-length\n"),
      (" -- a brand", comment + " -- a brand\n    # manifestlint-disable-next-line name-length\n"),
    ] {
      let item = Self.item.replacing("Quote By Mail", with: "Quote By Mail And By Post")
      try folder.write("a.pipedrive.yaml", Self.manifest(comment + reason + "\n" + item))
      let run = try CommandRun("--add-suppressions", "--only", "name-length", "--only", "sentence-case", in: folder.url)
      #expect(run.output == "no problems in 1 file (2 suppressed)\n")
      #expect(try text("a.pipedrive.yaml", in: folder) == Self.manifest(expected + item))
    }
  }

  @Test func `for JSON entries are written, to a new configuration or to the one that there is`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: ".git"), withIntermediateDirectories: true)
    let manifest = """
      { "manifest": 1,
        "app": { "name": "Car Services App", "type": "private", "callbackUrl": "https://www.carservicesapp.com/c" },
        "oauth": { "scopes": ["base"] },
        "extensions": { "linkActions": [
          { "name": "Send The Quote By Mail", "url": "https://www.carservicesapp.com/q", "locations": ["deal-details"] }] } }
      """
    try folder.write("apps/a.pipedrive.json", manifest)
    let run = try CommandRun("--add-suppressions=shipped", in: folder.url)
    #expect(run.trouble == "manifestlint: wrote 1 entry to .manifestlint.yaml, which is new\n")
    let entry = """
        - rule: sentence-case
          file: apps/a.pipedrive.json
          pointer: "/extensions/linkActions/[Send The Quote By Mail]/name"
          reason: shipped

      """
    #expect(try text(".manifestlint.yaml", in: folder) == "ignore:\n" + entry)
    #expect(try text("apps/a.pipedrive.json", in: folder) == manifest)
  }

  /// A manifest in JSON with two findings.
  private static let json = ##"""
    { "manifest": 1,
      "app": { "name": "Car Services App", "type": "private", "callbackUrl": "https://www.carservicesapp.com/c" },
      "oauth": { "scopes": ["base"] },
      "extensions": { "linkActions": [
        { "name": "Send The Quote By Mail", "url": "http://www.carservicesapp.com/q", "locations": ["deal-details"] }] } }

    """##

  @Test func `for JSON entries go to the configuration that is in force, and count in the same run`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/x.pipedrive.json", Self.json)
    try folder.write("ci/lint.yaml", "profile: recommended # ours\n")
    let named = try CommandRun("--config", "ci/lint.yaml", "--add-suppressions", "a", in: folder.url)
    #expect(named.trouble == "manifestlint: added 2 entries to ci/lint.yaml\n")
    #expect(named.output == "no problems in 1 file (2 suppressed)\n")
    #expect(try text("ci/lint.yaml", in: folder).hasPrefix("profile: recommended # ours\nignore:\n  - rule: "))
    #expect(try CommandRun("--config", "ci/lint.yaml", "a", in: folder.url).output == named.output)
    #expect(
      try CommandRun("a", in: folder.url).output.hasSuffix(
        "found 2 warnings in 1 file (2 fixable with --unsafe-fixes)\n"))
    let outside = try CommandRun(
      "--config", "../ci/lint.yaml", "--add-suppressions", "../a", in: folder.url.appending(path: "ci"))
    #expect(outside.status == 2)
    #expect(outside.trouble.contains("'../ci/lint.yaml' can hold no entry for a file outside of its folder\n"))
    let none = try CommandRun("--no-config", "--add-suppressions", "a", in: folder.url)
    #expect(none.status == 2)
    #expect(none.trouble.contains("--no-config keeps entries of a configuration from being used\n"))
    let missing = try CommandRun("--config", "missing.yaml", "--add-suppressions", "a", in: folder.url)
    #expect(missing.status == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "missing.yaml").path))
    let new = try CommandRun("--add-suppressions", "a", in: folder.url)
    #expect(new.trouble == "manifestlint: wrote 2 entries to a/.manifestlint.yaml, which is new\n")
    #expect(new.output == "no problems in 1 file (2 suppressed)\n")
    #expect(new.status == 0)
  }

  @Test(arguments: [
    (["--add-suppressions", "-"], "--add-suppressions takes files, not standard input"),
    (["--add-suppressions", "--diff"], "--add-suppressions does not go with --diff, which writes nothing"),
    (["--diff", "--report", "json=x"], "--diff prints a patch in the place of findings, and --report writes findings"),
    (["--write-baseline", "-"], "--write-baseline takes the path of a file"),
    (["--baseline", "-"], "--baseline takes the path of a file"),
    (["--add-suppressions", "--fix"], "--add-suppressions does not go with --fix; run one after the other"),
    (["--add-suppressions=a\nb"], "the reason of --add-suppressions is one line of text"),
    (
      ["--add-suppressions", "--baseline", "b.json"],
      "--add-suppressions does not go with a baseline, which suppresses the same findings"
    ),
  ])
  func `what does not go together is refused`(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let line = "\"$0\" " + arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = try CommandRun(shell: line, in: folder.url)
    #expect(run.status == 2)
    #expect(run.trouble.contains("Error: \(message)\n"))
  }

  @Test func `a syntax error stays, with a comment or without`() throws {
    let folder = try TemporaryFolder()
    let broken = "# manifestlint-disable-file syntax\nmanifest: 1\napp: [\n"
    try folder.write("a.pipedrive.yaml", broken)
    let run = try CommandRun("--add-suppressions", "--format", "concise", in: folder.url)
    #expect(run.status == 1)
    #expect(run.output.contains("error[syntax]"))
    #expect(run.output.contains("'syntax' cannot be suppressed: it says that a file could not be checked"))
    #expect(try text("a.pipedrive.yaml", in: folder) == broken)
  }

  // MARK: A baseline

  @Test func `a baseline hides what it knows, wherever it moves, and nothing else`() throws {
    let folder = try TemporaryFolder()
    try folder.write("apps/a.pipedrive.yaml", Self.manifest(Self.item))
    let write = try CommandRun("--write-baseline", "ci/base.json", in: folder.url)
    #expect(write.status == 2)
    #expect(write.trouble == "manifestlint: cannot write the baseline 'ci/base.json': its folder does not exist\n")
    try FileManager.default.createDirectory(at: folder.url.appending(path: "ci"), withIntermediateDirectories: true)
    let written = try CommandRun("--write-baseline", "ci/base.json", "--fail-on", "info", in: folder.url)
    #expect(written.status == 0)
    #expect(written.trouble == "manifestlint: wrote 2 findings to 'ci/base.json'\n")
    #expect(written.output == "no problems in 1 file (2 suppressed)\n")
    let baseline = try text("ci/base.json", in: folder)
    #expect(baseline.contains("\"../apps/a.pipedrive.yaml\""))
    #expect(baseline.hasSuffix("}\n"))
    let schema = CommandRun.root.appending(path: "Schemas/baseline.schema.json").path
    #expect(try CommandRun("validate", "--schema", schema, "ci/base.json", in: folder.url).status == 0)

    // Another extension before it makes no entry stale and is not hidden; neither does another working directory.
    let other = Self.item.replacing("Quote", with: "Invoice")
    try folder.write("apps/a.pipedrive.yaml", Self.manifest(other + "\n" + Self.item))
    let run = try CommandRun(
      "--baseline", "../ci/base.json", "--format", "concise", "-q", in: folder.url.appending(path: "apps"))
    #expect(run.trouble.isEmpty)
    #expect(
      run.output.split(separator: "\n").map { $0.prefix(while: { $0 != " " }) } == [
        "a.pipedrive.yaml:9:13:", "a.pipedrive.yaml:10:12:",
      ])

    // A second one of the same name is one more than is known.
    try folder.write("apps/a.pipedrive.yaml", Self.manifest(Self.item + "\n" + Self.item))
    let twice = try CommandRun("--baseline", "ci/base.json", "--only", "sentence-case", in: folder.url)
    #expect(twice.output.contains("found 1 warning in 1 file"))
    #expect(twice.trouble.isEmpty)
  }

  @Test func `what no longer occurs is named, changes no exit code, and is removed when the baseline is written`()
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.manifest(Self.item))
    try folder.write("b.pipedrive.yaml", Self.manifest(Self.item))
    try folder.write("c.pipedrive.yaml", Self.manifest(Self.item))
    _ = try CommandRun("--write-baseline", "base.json", in: folder.url)
    try folder.write("a.pipedrive.yaml", Self.manifest(Self.item.replacing("The Quote By Mail", with: "quote")))
    try FileManager.default.removeItem(at: folder.url.appending(path: "c.pipedrive.yaml"))
    let named = """
      manifestlint: 4 entries of 'base.json' no longer occur; --write-baseline base.json removes what is gone:
        a.pipedrive.yaml: https-url /extensions/linkActions/[Send The Quote By Mail]/url
        a.pipedrive.yaml: sentence-case /extensions/linkActions/[Send The Quote By Mail]/name
        c.pipedrive.yaml: https-url /extensions/linkActions/[Send The Quote By Mail]/url
        c.pipedrive.yaml: sentence-case /extensions/linkActions/[Send The Quote By Mail]/name

      """
    let run = try CommandRun("--baseline", "base.json", in: folder.url)
    #expect(run.trouble == named)
    #expect(run.status == 0)
    #expect(try CommandRun("--baseline", "base.json", ".", in: folder.url).trouble == named)
    // A run over one file says nothing of others, one with one rule nothing of others.
    #expect(try CommandRun("--baseline", "base.json", "b.pipedrive.yaml", in: folder.url).trouble.isEmpty)
    let only = try CommandRun("--baseline", "base.json", "--only", "name-length", "b.pipedrive.yaml", in: folder.url)
    #expect(only.trouble.isEmpty)
    // Written for one file and one rule, the rest of it stays; what is of no file any more goes.
    _ = try CommandRun("--write-baseline", "base.json", "--only", "https-url", "a.pipedrive.yaml", in: folder.url)
    let baseline = try text("base.json", in: folder)
    #expect(baseline.contains("b.pipedrive.yaml"))
    #expect(!baseline.contains("c.pipedrive.yaml"))
    #expect(baseline.contains("[Send quote]/url") && baseline.contains("[Send The Quote By Mail]/name"))
    #expect(
      !baseline.contains("a.pipedrive.yaml\": {\n      \"https-url\": {\n        \"/extensions/linkActions/[Send The"))
  }

  @Test func `what cannot be known stays shown: a broken file, and comments that suppress nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.manifest(Self.item) + "# manifestlint-disable-line x\n")
    try folder.write("b.pipedrive.yaml", "manifest: [\n")
    let run = try CommandRun("--write-baseline", "base.json", "--format", "concise", "-q", in: folder.url)
    #expect(run.status == 1)
    #expect(run.output.contains("error[syntax]") && run.output.contains("warning[unknown-rule]"))
    #expect(run.trouble == "manifestlint: wrote 2 findings to 'base.json'\n")
  }

  @Test func `a baseline never holds a secret`() throws {
    let folder = try TemporaryFolder()
    let item = Self.item + "\n      jwtSecret: hunter2hunter2\n    - name: hunter2hunter2 Is The One\n      url: x"
    try folder.write("a.pipedrive.yaml", Self.manifest(item))
    _ = try CommandRun("--write-baseline", "base.json", in: folder.url)
    let baseline = try text("base.json", in: folder)
    #expect(baseline.contains("plaintext-secret") || baseline.contains("unknown-key"))
    #expect(!baseline.contains("hunter2"))
    #expect(try CommandRun("--baseline", "base.json", in: folder.url).output.hasPrefix("no problems"))
  }

  @Test(
    arguments: [
      ("{", "base.json:1:2: the object is not closed"),
      ("{\"version\": 9, \"files\": {}}", "base.json:1:13: this version of manifestlint reads baselines of version 1"),
      (nil, "the baseline cannot be used: 'base.json' does not exist"),
    ] as [(String?, String)])
  func `a baseline that cannot be used ends the run`(baseline: String?, message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.manifest(Self.item))
    if let baseline { try folder.write("base.json", baseline) }
    let run = try CommandRun("--baseline", "base.json", in: folder.url)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.trouble == "manifestlint: \(message)\n")
  }
}
