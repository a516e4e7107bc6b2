import Foundation
import ManifestFiles
import ManifestLanguageServer
import ManifestLint
import Testing

@testable import ManifestCommand

/// Configurations as the server finds them on a disk, and in the editor.
@Suite struct ConfigurationTests {
  /// A folder with files, which is gone with the value.
  private final class Project {
    let path: String

    init(_ files: [String: String]) throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "manifestlint-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      path = folder.resolvingSymlinksInPath().path
      for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
      let file = URL(filePath: path).appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }

    func session(
      _ capabilities: EditorSession.Capabilities = .full("utf-16"), options: [String: Any]? = nil,
      patience: DiskHost.SearchPatience = .init(), pause: UInt64 = 0
    ) -> EditorSession {
      let host = DiskHost(
        workingDirectory: WorkingDirectory(FilePath(path)), variables: Variables(["HOST": "a.example"]),
        patience: patience, pause: pause)
      return EditorSession(host, capabilities, folder: path, options: options)
    }

    func file(_ name: String) -> String { path + "/" + name }
  }

  private static let manifest = """
    manifest: 1
    app:
      name: Car Services
      type: private
      callbackUrl: https://www.carservicesapp.com/callback
    oauth:
      scopes: [base, base]
    extensions:
      linkActions:
        - name: Send Quote
          url: https://www.carservicesapp.com/q
          locations: [deal-details]

    """
  private static let configuration = ".manifestlint.yaml"
  private static let all = ["6:17 duplicate-scope", "9:12 sentence-case"]

  private func findings(_ configuration: String, _ name: String = "a.pipedrive.yaml", options: [String: Any]? = nil)
    throws -> [String]
  {
    let project = try Project([Self.configuration: configuration])
    let session = project.session(options: options)
    session.open(project.file(name), Self.manifest)
    return session.findings(project.file(name))
  }

  @Test(arguments: [
    ("{}", all), ("rules: { sentence-case: off }", ["6:17 duplicate-scope"]),
    ("profile: minimal", []),
    ("overrides: [{ files: ['b.*'], rules: { sentence-case: off } }]", all),
    ("overrides: [{ files: ['a.*'], rules: { duplicate-scope: off } }]", ["9:12 sentence-case"]),
    ("exclude: ['*.pipedrive.yaml']", []),
    (
      "ignore: [{ rule: sentence-case, file: a.pipedrive.yaml, pointer: '/extensions/linkActions/[Send Quote]/name' }]",
      ["6:17 duplicate-scope"]
    ),
    ("rules: { sentence-case: { properNouns: [Quote] } }", ["6:17 duplicate-scope"]),
  ])
  func `judges as the configuration says`(configuration: String, expected: [String]) throws {
    #expect(try findings(configuration) == expected)
  }

  @Test func `what is set in the editor wins`() throws {
    #expect(try findings("profile: strict", options: ["profile": "minimal"]).isEmpty)
  }

  @Test func `judges a file of any name that the configuration includes`() throws {
    #expect(try findings("include: [{ files: [any.yaml], kind: app-manifest }]", "any.yaml") == Self.all)
    let project = try Project([Self.configuration: "include: [{ files: [any.yaml] }]"])
    let session = project.session()
    session.open(project.file("any.yaml"), "type: array\n")
    #expect(!session.findings(project.file("any.yaml")).isEmpty)
  }

  @Test func `a severity that is configured is shown`() throws {
    let project = try Project([Self.configuration: "rules: { sentence-case: error, duplicate-scope: info }"])
    let session = project.session()
    session.open(project.file("a.pipedrive.yaml"), Self.manifest)
    #expect(session.diagnostics(project.file("a.pipedrive.yaml")).map { $0["severity"]?.text } == ["3", "1"])
  }

  @Test func `the stage of a manifest holds for its documents too`() throws {
    let project = try Project([
      "a.pipedrive.yaml": Self.manifest, Self.configuration: "overrides: [{ files: [a.*], stage: live }]",
    ])
    let session = project.session()
    session.open(
      project.file("a.pipedrive.yaml"), Self.manifest.replacing("www.carservicesapp.com/q", with: "localhost/q"))
    let found = session.diagnostics(project.file("a.pipedrive.yaml")).first { $0["code"]?.text == "local-host" }
    #expect(found?["severity"]?.text == "1")
  }

  /// What a configuration makes of the manifest: its findings, each with its severity as a number.
  private static let effects = [
    ("rules: { sentence-case: off }", ["6:17 duplicate-scope 2"]),
    ("rules: { sentence-case: error }", ["6:17 duplicate-scope 2", "9:12 sentence-case 1"]),
    ("exclude: ['a.*']", []),
    ("ignore: [{ rule: duplicate-scope, file: a.pipedrive.yaml }]", ["9:12 sentence-case 2"]),
    ("profile: minimal", []),
  ]
  private static let plainEffect = ["6:17 duplicate-scope 2", "9:12 sentence-case 2"]

  private func weighed(_ session: EditorSession, _ path: String) -> [String] {
    zip(session.findings(path), session.diagnostics(path)).map { "\($0) \($1["severity"]?.text ?? "")" }
  }

  @Test(arguments: effects)
  func `a configuration that is made, changed and deleted on the disk is in force at once`(
    configuration: String, expected: [String]
  ) throws {
    let project = try Project([:])
    let session = project.session()
    let path = project.file("a.pipedrive.yaml")
    session.open(path, Self.manifest)
    func expect(_ expected: [String], afterChange type: Int) {
      session.forget()
      session.notify(
        "workspace/didChangeWatchedFiles",
        ["changes": [["uri": session.uri(project.file(Self.configuration)), "type": type]]])
      #expect(session.received("workspace/diagnostic/refresh").count == 1)
      #expect(weighed(session, path) == expected)
    }
    #expect(weighed(session, path) == Self.plainEffect)
    try project.write(Self.configuration, configuration)
    expect(expected, afterChange: 1)
    try project.write(Self.configuration, "rules: { duplicate-scope: info }")
    expect(["6:17 duplicate-scope 3", "9:12 sentence-case 2"], afterChange: 2)
    try project.write(Self.configuration, configuration)
    expect(expected, afterChange: 2)
    try FileManager.default.removeItem(atPath: project.file(Self.configuration))
    expect(Self.plainEffect, afterChange: 3)
  }

  @Test(arguments: effects)
  func `a configuration that is being typed is in force at once`(configuration: String, expected: [String]) throws {
    let project = try Project([Self.configuration: ""])
    let session = project.session()
    let (path, file) = (project.file("a.pipedrive.yaml"), project.file(Self.configuration))
    session.open(path, Self.manifest)
    session.open(file, "")
    #expect(weighed(session, path) == Self.plainEffect)
    session.forget()
    session.replace(file, configuration)
    #expect(session.received("workspace/diagnostic/refresh").count == 1)
    #expect(weighed(session, path) == expected)
    session.replace(file, "")
    #expect(weighed(session, path) == Self.plainEffect)
  }

  @Test(arguments: effects)
  func `a configuration that was never saved is in force`(configuration: String, expected: [String]) throws {
    let project = try Project([:])
    let session = project.session()
    let (path, file) = (project.file("sub/a.pipedrive.yaml"), project.file("sub/" + Self.configuration))
    session.open(path, Self.manifest)
    #expect(weighed(session, path) == Self.plainEffect)
    session.open(file, configuration)
    #expect(weighed(session, path) == expected)
    session.notify("textDocument/didClose", ["textDocument": session.document(file)])
    #expect(weighed(session, path) == Self.plainEffect)
  }

  @Test(arguments: effects)
  func `an editor that does not ask is told what a configuration changes`(
    configuration: String, expected: [String]
  ) throws {
    let project = try Project([:])
    let session = project.session(.init(pulls: false))
    let path = project.file("a.pipedrive.yaml")
    session.open(path, Self.manifest)
    try project.write(Self.configuration, configuration)
    for (type, expected) in [(1, expected), (3, Self.plainEffect)] {
      session.notify(
        "workspace/didChangeWatchedFiles",
        ["changes": [["uri": session.uri(project.file(Self.configuration)), "type": type]]])
      let told = session.received("textDocument/publishDiagnostics").last { $0?["uri"]?.string == session.uri(path) }
      let severities = told??["diagnostics"]?.items.map { $0["severity"]?.text ?? "" } ?? []
      let found = zip(session.published(path) ?? [], severities).map { "\($0) \($1)" }
      #expect(found == expected)
      if type == 1 { try FileManager.default.removeItem(atPath: project.file(Self.configuration)) }
    }
  }

  @Test func `a search for manifests counts until there are others`() throws {
    let project = try Project(["a.pipedrive.yaml": Self.manifest, "sub/b.pipedrive.yaml": Self.manifest])
    // As in a folder in which every search takes long.
    let session = project.session(patience: .init(unfelt: 0, factor: 1 << 30))
    func found() -> [String] {
      let report = session.request("workspace/diagnostic", ["previousResultIds": [Any]()])
      return report?["items"]?.items.compactMap { $0["uri"]?.text.split(separator: "/").last.map(String.init) } ?? []
    }
    func tell(_ name: String, _ type: Int) {
      session.notify(
        "workspace/didChangeWatchedFiles", ["changes": [["uri": session.uri(project.file(name)), "type": type]]])
    }
    #expect(found() == ["a.pipedrive.yaml", "b.pipedrive.yaml"])
    try project.write("c.pipedrive.yaml", Self.manifest)
    // Nobody has said so yet, however often another one changes before it is asked for.
    tell("a.pipedrive.yaml", 2)
    tell("a.pipedrive.yaml", 2)
    #expect(found() == ["a.pipedrive.yaml", "b.pipedrive.yaml"])
    tell("c.pipedrive.yaml", 1)
    #expect(found() == ["a.pipedrive.yaml", "c.pipedrive.yaml", "b.pipedrive.yaml"])
    try FileManager.default.removeItem(atPath: project.file("c.pipedrive.yaml"))
    tell("c.pipedrive.yaml", 3)
    try project.write(Self.configuration, "exclude: [sub/**]")
    tell(Self.configuration, 1)
    #expect(found() == ["a.pipedrive.yaml"])
    session.open(project.file(Self.configuration), "exclude: [a.*]")
    #expect(found() == [Self.configuration, "b.pipedrive.yaml"])
    session.replace(project.file(Self.configuration), "{}")
    #expect(found() == [Self.configuration, "a.pipedrive.yaml", "b.pipedrive.yaml"])
  }

  @Test func `a search counts though a configuration is open that it does not pass`() throws {
    let project = try Project(["a.pipedrive.yaml": Self.manifest])
    let session = project.session(patience: .init(unfelt: 0, factor: 1 << 30))
    let configuration = project.file("node_modules/some/" + Self.configuration)
    func found() -> Int? {
      session.request("workspace/diagnostic", ["previousResultIds": [Any]()])?["items"]?.items
        .count { !$0["uri"]!.text.hasSuffix(Self.configuration) }
    }
    session.open(configuration, "exclude: [b.*]")
    #expect(found() == 1)
    try project.write("b.pipedrive.yaml", Self.manifest)
    session.replace(configuration, "exclude: [b.*]  # more")
    #expect(found() == 1)
    session.replace(configuration, "exclude: [c.*]")
    #expect(found() == 2)
  }

  @Test func `what is silenced by an action is silent`() throws {
    let project = try Project([:])
    let session = project.session()
    let path = project.file("a.pipedrive.yaml")
    var text = Self.manifest
    session.open(path, text)
    for (title, place) in [
      ("Disable 'sentence-case' in this file", (9, 14)), ("Disable 'duplicate-scope' on this line", (7, 18)),
    ] {
      let action = try #require(session.actions(path, place).first { $0["title"]?.string == title })
      text = EditorText(text).applying(try #require(session.edit(of: action)).documentEdits)
      session.replace(path, text)
      #expect(!session.findings(path).contains { $0.hasSuffix(title.split(separator: "'")[1]) })
    }
    #expect(session.findings(path).isEmpty)
  }

  @Test func `an editor without eyes on the disk gets it when something is saved`() throws {
    let project = try Project([:])
    let session = project.session(.none)
    let path = project.file("a.pipedrive.yaml")
    session.open(path, Self.manifest)
    #expect(session.published(path) == Self.all)
    try project.write(Self.configuration, "rules: { sentence-case: off }")
    session.notify("textDocument/didSave", ["textDocument": session.document(path)])
    #expect(session.published(path) == ["6:17 duplicate-scope"])
  }

  @Test(arguments: [true, false])
  func `an editor without eyes on the disk gets it with the next edit or question`(pulls: Bool) throws {
    let project = try Project(["sub/a.pipedrive.yaml": Self.manifest])
    let session = project.session(.init(pulls: pulls, watches: false))
    let path = project.file("sub/a.pipedrive.yaml")
    session.open(path, Self.manifest)
    var version = 1
    func found() -> [String]? {
      if pulls { return session.findings(path) }
      version += 1
      session.replace(path, Self.manifest, version: version)
      return session.published(path)
    }
    #expect(found() == Self.all)
    for (name, text, expected) in [
      (Self.configuration, "rules: { sentence-case: off }", ["6:17 duplicate-scope"]),
      (Self.configuration, "rules: { duplicate-scope: off }  # changed", ["9:12 sentence-case"]),
      // A nearer one.
      ("sub/.manifestlint.json", "{}", Self.all),
    ] {
      try project.write(name, text)
      #expect(found() == expected)
    }
    try FileManager.default.removeItem(atPath: project.file("sub/.manifestlint.json"))
    #expect(found() == ["9:12 sentence-case"])
    try FileManager.default.removeItem(atPath: project.file(Self.configuration))
    #expect(found() == Self.all)
  }

  @Test func `a configuration that changes while nothing in its folder is open is read anew`() throws {
    let project = try Project(["sub/b.pipedrive.yaml": Self.manifest])
    let session = project.session(.init(watches: false))
    let (first, second) = (project.file("a.pipedrive.yaml"), project.file("sub/b.pipedrive.yaml"))
    func found() -> [String] {
      let report = session.request("workspace/diagnostic", ["previousResultIds": [Any]()])
      let found = report?["items"]?.items.first { $0["uri"]?.text == session.uri(second) }
      return found?["items"]?.items.compactMap { $0["code"]?.text } ?? []
    }
    session.open(first, Self.manifest)
    // Never open.
    #expect(found() == ["duplicate-scope", "sentence-case"])
    try project.write("sub/" + Self.configuration, "rules: { sentence-case: off }")
    #expect(found() == ["duplicate-scope"])
    // Closed in between.
    session.open(second, Self.manifest)
    #expect(session.findings(second) == ["6:17 duplicate-scope"])
    session.notify("textDocument/didClose", ["textDocument": session.document(second)])
    try project.write("sub/" + Self.configuration, "rules: { duplicate-scope: off } # changed")
    session.open(second, Self.manifest)
    #expect(session.findings(second) == ["9:12 sentence-case"])
  }

  @Test func `the disk is not looked at for everything that somebody types`() throws {
    let project = try Project([:])
    let session = project.session(.init(watches: false), pause: .max)
    let path = project.file("a.pipedrive.yaml")
    session.open(path, Self.manifest)
    #expect(session.findings(path) == Self.all)
    try project.write(Self.configuration, "rules: { sentence-case: off }")
    #expect(session.findings(path) == Self.all)
    session.notify("textDocument/didSave", ["textDocument": session.document(path)])
    #expect(session.findings(path) == ["6:17 duplicate-scope"])
  }

  @Test func `a configuration that is open counts as it stands there`() throws {
    let project = try Project([Self.configuration: "rules: { sentence-case: off }"])
    let session = project.session()
    let (path, configuration) = (project.file("a.pipedrive.yaml"), project.file(Self.configuration))
    session.open(path, Self.manifest)
    #expect(session.findings(path) == ["6:17 duplicate-scope"])
    session.open(configuration, "rules: { duplicate-scope: off }")
    #expect(session.received("workspace/diagnostic/refresh").count == 1)
    #expect(session.findings(path) == ["9:12 sentence-case"])
    session.replace(configuration, "{}")
    #expect(session.received("workspace/diagnostic/refresh").count == 2)
    #expect(session.findings(path) == Self.all)
    session.notify("textDocument/didClose", ["textDocument": session.document(configuration)])
    #expect(session.received("workspace/diagnostic/refresh").count == 3)
    #expect(session.findings(path) == ["6:17 duplicate-scope"])
  }

  @Test func `says what is wrong in a configuration, and mends it`() throws {
    let project = try Project([Self.configuration: "{}"])
    let session = project.session()
    let path = project.file(Self.configuration)
    let text = "profil: strict\nrules:\n  sentence-cas: off\nexclude: ['[a']\n"
    session.open(path, text)
    let found = session.diagnostics(path)
    #expect(found.compactMap { $0["range"]?["start"]?["line"]?.text } == ["0", "2", "3"])
    let action = try #require(session.actions(path, (0, 2), only: ["quickfix"]).first)
    #expect(
      session.edit(of: action).map { EditorText(text).applying($0.documentEdits) }?.hasPrefix("profile: strict") == true
    )
  }

  @Test func `all is not fixed at once while the configuration is wrong`() throws {
    let project = try Project([Self.configuration: "rules: { sentence-cas: off }"])
    let session = project.session()
    let path = project.file("a.pipedrive.yaml")
    session.open(path, Self.manifest)
    #expect(session.actions(path, (0, 0), only: ["source.fixAll"]).isEmpty)
    #expect(session.actions(path, (6, 18), only: ["quickfix"]).contains { $0["isPreferred"] != nil })
  }

  /// A configuration, and what is made of it; `nil` where nothing is offered.
  @Test(arguments: [
    ("ignore:\n  - rule: name-length\n    file: a.pipedrive.yaml\n", ""),
    (
      """
      # first
      ignore:
        - rule: name-length
          file: a.pipedrive.yaml
        - { rule: sentence-case, file: a.pipedrive.yaml }
        - { rule: url-credentials, file: a.pipedrive.yaml }
      rules:
        sentence-case: error

      """,
      """
      # first
      ignore:
        - { rule: sentence-case, file: a.pipedrive.yaml }
      rules:
        sentence-case: error

      """
    ),
    // While something is wrong, nobody knows which entries are needed.
    (
      "ignore: [{ rule: name-length, file: a.pipedrive.yaml }]\nrules: { sentence-case: eror }\n",
      "ignore: [{ rule: name-length, file: a.pipedrive.yaml }]\nrules: { sentence-case: error }\n"
    ),
    ("ignore:\n  - { rule: name-length, file: a.pipedrive.yaml }  # a word that would go with it\n", nil),
    ("ignore:\n  - { rule: sentence-case, file: a.pipedrive.yaml }\n", nil),
  ])
  func `all that is safe to fix in a configuration is fixed at once, or nothing is offered`(
    text: String, expected: String?
  ) throws {
    let project = try Project([Self.configuration: text, "a.pipedrive.yaml": Self.manifest])
    let path = project.file(Self.configuration)
    for capabilities in [EditorSession.Capabilities.full("utf-16"), .init(resolves: false)] {
      let session = project.session(capabilities)
      session.open(path, text)
      let action = session.actions(path, (0, 0), only: ["source.fixAll"]).first
      #expect((action == nil) == (expected == nil))
      guard let action else { continue }
      #expect((action["edit"] == nil) == capabilities.resolves)
      let edit = try #require(session.edit(of: action), "the action has no edit")
      #expect(EditorText(text).applying(edit.documentEdits) == expected)
    }
  }

  @Test(arguments: [
    ("|", ["profile", "include", "rules", "exclude", "overrides", "ignore"]),
    ("profile: |", ["minimal", "recommended", "strict"]),
    ("rules:\n  |", ["name-length", "sentence-case", "unknown-scope"]),
    ("rules:\n  sentence-case: |", ["error", "warning", "info", "off"]),
    ("overrides:\n  - files: [a]\n    stage: |", ["draft", "live"]),
    ("ignore:\n  - rule: |", ["name-length", "sentence-case"]),
    ("ignore:\n  - file: |", ["a.pipedrive.json", "panels/visits.json", "sub/b.pipedrive.yaml"]),
    ("ignore:\n  - { rule: name-length, file: sub/| }", ["sub/b.pipedrive.yaml"]),
  ])
  func `completes a configuration`(marked: String, expected: [String]) throws {
    let project = try Project([
      Self.configuration: "{}", "sub/b.pipedrive.yaml": Self.manifest, "notes.yaml": "a: 1",
      "a.pipedrive.json":
        #"{ "manifest": 1, "extensions": { "jsonPanels": [{ "dataStructure": "panels/visits.json" }] } }"#,
    ])
    let session = project.session()
    let path = project.file(Self.configuration)
    session.open(path, marked.replacing("|", with: ""))
    let lines = marked.split(separator: "|", omittingEmptySubsequences: false)[0].split(
      separator: "\n", omittingEmptySubsequences: false)
    let position = ["line": lines.count - 1, "character": lines.last?.utf16.count ?? 0]
    let result = session.request(
      "textDocument/completion", ["textDocument": session.document(path), "position": position])
    let labels = result?["items"]?.items.map { $0["label"]?.text ?? "" } ?? []
    #expect(Set(expected).isSubset(of: labels), "\(labels)")
  }

  @Test func `explains what stands in a configuration`() throws {
    let project = try Project([Self.configuration: "{}"])
    let session = project.session()
    let path = project.file(Self.configuration)
    session.open(path, "profile: strict\nrules:\n  sentence-case: off\n")
    func hover(_ line: Int, _ character: Int) -> String {
      let position = ["line": line, "character": character]
      return session.request(
        "textDocument/hover", ["textDocument": session.document(path), "position": position])?["contents"]?["value"]?
        .text ?? ""
    }
    #expect(!hover(0, 2).isEmpty)
    #expect(hover(2, 4).contains("sentence case"))
  }

  @Test func `says which entries are for nothing, and no longer when they are not`() throws {
    let entry = "ignore:\n  - { rule: sentence-case, file: a.pipedrive.yaml }\n"
    let project = try Project([Self.configuration: entry, "a.pipedrive.yaml": Self.manifest])
    let session = project.session()
    let (path, configuration) = (project.file("a.pipedrive.yaml"), project.file(Self.configuration))
    session.open(configuration, entry)
    #expect(session.findings(configuration).isEmpty)
    session.open(path, Self.manifest.replacing("Send Quote", with: "Send quote"))
    #expect(session.received("workspace/diagnostic/refresh").count == 1)
    #expect(session.findings(configuration) == ["1:4 unused-suppression"])
  }

  @Test func `tells of a configuration that is wrong and not open, once`() throws {
    let project = try Project([Self.configuration: "rules: { nothing: off }"])
    let session = project.session()
    let path = project.file("a.pipedrive.yaml")
    session.open(path, Self.manifest)
    session.replace(path, Self.manifest + "\n")
    let told = session.received("window/showMessage")
    #expect(
      told.map { $0?["message"]?.text }
        == ["manifestlint: the configuration '\(project.file(Self.configuration))' has a mistake"])
    session.open(project.file(Self.configuration), "rules: { nothing: off }")
    #expect(session.received("window/showMessage").count == 1)
  }

  @Test func `an editor that does not ask is told what is wrong in the configuration`() throws {
    let project = try Project([Self.configuration: "rules: { nothing: off }"])
    let session = project.session(.init(pulls: false))
    session.open(project.file("a.pipedrive.yaml"), Self.manifest)
    #expect(session.published(project.file(Self.configuration)) == ["0:9 unknown-rule"])
  }

  @Test func `the whole workspace includes its configurations, and what they include`() throws {
    let project = try Project([
      Self.configuration: "include: [{ files: [any.yaml] }]\nexclude: [old/**]\nx: 1\n", "any.yaml": Self.manifest,
      "old/a.pipedrive.yaml": Self.manifest,
    ])
    let session = project.session()
    let report = session.request("workspace/diagnostic", ["previousResultIds": [Any]()])
    #expect(
      report?["items"]?.items.map { $0["uri"]?.text ?? "" }
        == [Self.configuration, "any.yaml"].map { session.uri(project.file($0)) })
  }

  @Test func `knows the values of variables`() throws {
    let project = try Project([:])
    let session = project.session()
    let path = project.file("a.pipedrive.yaml")
    session.open(path, Self.manifest.replacing("www.carservicesapp.com/q", with: "${HOST}/q"))
    #expect(session.findings(path).contains { $0.contains("placeholder-host") })
  }

  // MARK: Entries instead of comments

  private static let json = """
    { "manifest": 1, "app": { "name": "Car Services", "type": "private", "callbackUrl": "https://www.a-b.com/c" },
      "oauth": { "scopes": ["base", "base"] } }
    """

  @Test func `silences a finding in JSON by an entry of a new configuration`() throws {
    let project = try Project([:])
    let session = project.session()
    let path = project.file("sub/a.pipedrive.json")
    session.open(path, Self.json)
    let action = try #require(
      session.actions(path, (1, 34), only: ["quickfix"]).first { $0["title"]?.text.hasPrefix("Ignore") == true })
    #expect(action["title"]?.text == "Ignore 'duplicate-scope' here, in .manifestlint.yaml")
    let changes = try #require(action["edit"]?["documentChanges"])
    #expect(changes[0]?["kind"]?.text == "create")
    let text = try #require(changes[1]?["edits"]?[0]?["newText"]?.text)
    let uri = try #require(changes[0]?["uri"]?.text)
    #expect(uri.hasSuffix("/.manifestlint.yaml"))
    try project.write(String(uri.dropFirst("file://".count + project.path.count)), text)
    session.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": uri, "type": 1]]])
    #expect(session.findings(path).isEmpty)
  }

  @Test func `silences a finding in JSON by one more entry of the configuration`() throws {
    let before = "profile: recommended # ours\nignore:\n  - { rule: name-length, file: b.json }\n"
    let project = try Project([Self.configuration: before])
    let session = project.session()
    let path = project.file("a.pipedrive.json")
    session.open(path, Self.json)
    session.open(project.file(Self.configuration), before)
    let action = try #require(session.actions(path, (1, 34)).first { $0["title"]?.text.hasPrefix("Ignore") == true })
    let after = EditorText(before).applying(try #require(action["edit"]).documentEdits)
    #expect(after == before + "  - { rule: duplicate-scope, file: a.pipedrive.json, pointer: /oauth/scopes/1 }\n")
    session.replace(project.file(Self.configuration), after)
    #expect(session.findings(path).isEmpty)
  }
}
