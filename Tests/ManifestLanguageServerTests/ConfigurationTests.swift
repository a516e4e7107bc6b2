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

    func session(_ capabilities: EditorSession.Capabilities = .full("utf-16"), options: [String: Any]? = nil)
      -> EditorSession
    {
      let host = DiskHost(
        workingDirectory: WorkingDirectory(FilePath(path)), variables: Variables(["HOST": "a.example"]))
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

  @Test func `reads a configuration anew when it changes on the disk`() throws {
    let project = try Project([:])
    let session = project.session()
    let path = project.file("a.pipedrive.yaml")
    session.open(path, Self.manifest)
    #expect(session.findings(path) == Self.all)
    try project.write(Self.configuration, "rules: { sentence-case: off }")
    session.forget()
    session.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": session.uri(project.file(Self.configuration)), "type": 1]]])
    #expect(session.received("workspace/diagnostic/refresh").count == 1)
    #expect(session.findings(path) == ["6:17 duplicate-scope"])
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

  @Test(arguments: [
    ("|", ["profile", "include", "rules", "exclude", "overrides", "ignore"]),
    ("profile: |", ["minimal", "recommended", "strict"]),
    ("rules:\n  |", ["name-length", "sentence-case", "unknown-scope"]),
    ("rules:\n  sentence-case: |", ["error", "warning", "info", "off"]),
    ("overrides:\n  - files: [a]\n    stage: |", ["draft", "live"]),
    ("ignore:\n  - rule: |", ["name-length", "sentence-case"]),
  ])
  func `completes a configuration`(marked: String, expected: [String]) throws {
    let project = try Project([Self.configuration: "{}"])
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
