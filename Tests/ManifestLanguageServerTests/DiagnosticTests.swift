import ManifestLint
import Testing

@Suite struct DiagnosticTests {
  static let manifest = """
    manifest: 1
    app:
      name: Car Services
      type: private
      callbackUrl: https://www.carservicesapp.com/callback
    oauth:
      scopes: [base, deals:rread]
    extensions:
      jsonPanels:
        - name: Visits
          apiEndpoint: https://www.carservicesapp.com/api
          jwtSecret: ${SECRET}
          dataStructure: panels/visits.json
          locations: [deal-details]
          actions:
            - { name: Open visit, type: link, url: "https://www.carservicesapp.com/v", target: field, field: visit }

    """
  static let panel = """
    { "type": "object", "properties": { "visit": { "$ref": "#/definitions/date" } } }
    """

  private let path = "/project/a.pipedrive.yaml"
  private let panelPath = "/project/panels/visits.json"

  @Test func `says what is wrong, where, why and by which rule`() throws {
    let session = EditorSession(MemoryHost([panelPath: Self.panel]), .full("utf-16"))
    session.open(path, Self.manifest)
    let found = session.diagnostics(path)
    #expect(found.count == 1)
    let diagnostic = try #require(found.first)
    #expect(diagnostic["tags"] == nil)
    #expect(diagnostic["code"]?.string == "unknown-scope")
    #expect(diagnostic["severity"]?.text == "1")
    #expect(diagnostic["source"]?.string == "manifestlint")
    #expect(diagnostic["codeDescription"]?["href"]?.string?.hasPrefix("https://") == true)
    #expect(diagnostic["range"]?["start"]?["line"]?.text == "6")
    #expect(diagnostic["range"]?["start"]?["character"]?.text == "17")
    #expect(diagnostic["data"]?["pointer"]?.string == "/oauth/scopes/1")
    #expect(diagnostic["message"]?.text.contains("\nhelp: ") == true)
  }

  @Test func `shows what belongs to it elsewhere, and fades what could go`() throws {
    let session = EditorSession(MemoryHost(), .full("utf-16"))
    session.open(path, Self.manifest.replacing("deals:rread", with: "base"))
    let diagnostic = try #require(session.diagnostics(path).first { $0["code"]?.text == "duplicate-scope" })
    #expect(diagnostic["tags"]?.items.map(\.text) == ["1"])
    let related = try #require(diagnostic["relatedInformation"]?[0])
    #expect(related["location"]?["uri"]?.string == session.uri(path))
    #expect(related["location"]?["range"]?["start"]?["character"]?.text == "11")
    #expect(related["message"]?.text.isEmpty == false)
  }

  @Test func `a panel that was saved elsewhere refreshes the manifest that names it`() {
    let host = MemoryHost([panelPath: Self.panel])
    let session = EditorSession(host, .full("utf-16"))
    session.open(path, Self.manifest.replacing("rread", with: "read"))
    #expect(session.findings(path).isEmpty)
    host.files[panelPath] = Array(Self.panel.replacing("visit", with: "stay").utf8)
    session.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": session.uri(panelPath), "type": 2]]])
    #expect(session.received("workspace/diagnostic/refresh").count == 1)
    #expect(session.findings(path) == ["15:105 panel-actions"])
  }

  @Test func `an editor that can do little gets little`() {
    let session = EditorSession(MemoryHost(), .none)
    session.open(path, "manifest: 1\nx: 1\n")
    let published = session.received("textDocument/publishDiagnostics")
    #expect(published.count == 1)
    #expect(published[0]?["version"] == nil)
    #expect(
      published[0]?["diagnostics"]?.items.allSatisfy { $0["data"] == nil && $0["codeDescription"] == nil } == true)
  }

  @Test func `says that nothing has changed where nothing has`() {
    let session = EditorSession(MemoryHost(), .full("utf-16"))
    session.open(path, Self.manifest)
    let parameters: [String: Any] = ["textDocument": session.document(path)]
    let first = session.request("textDocument/diagnostic", parameters)
    let id = first?["resultId"]?.string ?? ""
    let second = session.request("textDocument/diagnostic", parameters.merging(["previousResultId": id]) { $1 })
    #expect(second?["kind"]?.string == "unchanged")
    session.replace(path, Self.manifest.replacing("deals:rread", with: "deals:read"))
    let third = session.request("textDocument/diagnostic", parameters.merging(["previousResultId": id]) { $1 })
    #expect(third?["kind"]?.string == "full")
  }

  @Test func `does not send what is asked for`() {
    let session = EditorSession(MemoryHost(), .full("utf-16"))
    session.open(path, Self.manifest)
    #expect(session.received("textDocument/publishDiagnostics").isEmpty)
  }

  @Test func `sends what is not asked for, and takes it back`() {
    let session = EditorSession(MemoryHost([panelPath: Self.panel]), .init(pulls: false))
    session.open(path, Self.manifest)
    #expect(session.published(path) == ["6:17 unknown-scope"])
    #expect(session.received("textDocument/publishDiagnostics").last??["version"]?.text == "1")
    session.forget()
    // An editor may have lost a mark in a line that was replaced.
    session.replace(path, Self.manifest + "\n")
    #expect(session.published(path) == ["6:17 unknown-scope"])
    session.forget()
    session.open("/project/other.yaml", "a: 1\n")
    session.replace("/project/other.yaml", "a: 2\n")
    #expect(session.received("textDocument/publishDiagnostics").isEmpty)
    session.replace(path, Self.manifest.replacing("rread", with: "read"))
    #expect(session.published(path) == [])
    session.replace(path, "manifest: 1\n")
    #expect(session.published(path)?.isEmpty == false)
    session.notify("textDocument/didClose", ["textDocument": session.document(path)])
    #expect(session.published(path) == [])
  }

  @Test func `several changes that wait are judged together`() {
    let session = EditorSession(MemoryHost(), .init(pulls: false))
    session.open(path, "manifest: 1\n")
    session.forget()
    for version in 2...9 {
      session.post(
        "textDocument/didChange",
        [
          "textDocument": ["uri": session.uri(path), "version": version],
          "contentChanges": [["text": "x\(version): 1\n"]],
        ])
    }
    session.run()
    #expect(session.received("textDocument/publishDiagnostics").count == 1)
    #expect(session.received("textDocument/publishDiagnostics")[0]?["version"]?.text == "9")
  }

  @Test func `a document that is open counts over its file, for the manifest that names it too`() {
    let session = EditorSession(MemoryHost([panelPath: Self.panel]), .full("utf-16"))
    session.open(path, Self.manifest.replacing("rread", with: "read"))
    #expect(session.findings(path).isEmpty)
    session.open(panelPath, Self.panel.replacing("visit", with: "stay"))
    #expect(session.received("workspace/diagnostic/refresh").count == 1)
    #expect(session.findings(path) == ["15:105 panel-actions"])
    #expect(session.findings(panelPath).isEmpty)
    session.replace(panelPath, Self.panel)
    #expect(session.received("workspace/diagnostic/refresh").count == 2)
    #expect(session.findings(path).isEmpty)
    session.replace(panelPath, Self.panel + "\n", version: 3)
    #expect(session.received("workspace/diagnostic/refresh").count == 2)
  }

  @Test func `a document is judged as what the manifest says that it is, whatever its name`() {
    let session = EditorSession(MemoryHost([path: Self.manifest]), .full("utf-16"))
    session.open(panelPath, #"{ "type": "object", "propertie": {} }"#)
    #expect(session.findings(panelPath) == ["0:20 unknown-key"])
    session.open("/project/panels/other.json", #"{ "type": "object", "propertie": {} }"#)
    #expect(session.findings("/project/panels/other.json").isEmpty)
  }

  @Test(arguments: [
    "app:\n  version: 3\n", "type: array\nitems: {}\n", "manifest: x\n", "app: 1\nextensions: [a]\n",
    #"{ "$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "properties": { "actions": {} } }"#,
    ##"{ "definitions": {}, "type": "object", "properties": { "a": { "$ref": "#/definitions/address" } } }"##,
    "features: 1\n", "a: [", "",
  ])
  func `says nothing of a document that may be somebody else's`(text: String) {
    let session = EditorSession(MemoryHost(), .full("utf-16"))
    session.open("/project/settings.yaml", text)
    #expect(session.findings("/project/settings.yaml").isEmpty)
    session.open("untitled:Untitled-1", text)
    #expect(session.findings("untitled:Untitled-1").isEmpty)
  }

  @Test(arguments: ["/project/anything.yaml", "untitled:Untitled-1"])
  func `judges a document that can be nothing but a manifest`(path: String) {
    let session = EditorSession(MemoryHost(), .full("utf-16"))
    session.open(path, Self.manifest)
    #expect(session.findings(path).contains("6:17 unknown-scope"))
  }

  @Test func `reports the whole workspace, and what has not changed as such`() throws {
    let host = MemoryHost([
      path: Self.manifest, panelPath: #"{ "type": "object" }"#, "/project/b.pipedrive.yaml": "manifest: 1\n",
      "/project/other.yaml": "a: 1\n",
    ])
    let session = EditorSession(host, .full("utf-16"))
    let first = try #require(session.request("workspace/diagnostic", ["previousResultIds": [Any]()]))
    let uris = first["items"]?.items.map { $0["uri"]?.text ?? "" }
    #expect(uris == [path, "/project/b.pipedrive.yaml", panelPath].map { "file://" + $0 })
    let previous =
      first["items"]?.items.map { ["uri": $0["uri"]?.text ?? "", "value": $0["resultId"]?.text ?? ""] } ?? []
    host.files[panelPath] = Array(Self.panel.utf8)
    session.notify(
      "workspace/didChangeWatchedFiles", ["changes": [["uri": session.uri(panelPath), "type": 2]]])
    let second = try #require(session.request("workspace/diagnostic", ["previousResultIds": previous]))
    #expect(second["items"]?.items.map { $0["kind"]?.text } == ["unchanged", "unchanged", "full"])
    #expect(second["items"]?[2]?["items"]?.count == 0)
  }

  @Test func `asks to be told of files, where the editor can tell`() {
    let session = EditorSession(MemoryHost(), .full("utf-16"))
    #expect(session.received("client/registerCapability").count == 1)
    #expect(EditorSession(MemoryHost(), .none).received("client/registerCapability").isEmpty)
  }

  @Test func `never shows a secret`() {
    let secret = "hunter2-hunter2"
    let session = EditorSession(MemoryHost(), .full("utf-16"))
    session.open(path, Self.manifest.replacing("${SECRET}", with: secret))
    let text = session.diagnostics(path).map { $0.tree.source.string($0.tree.source.range) }.joined()
    #expect(text.contains("plaintext-secret"))
    #expect(!text.contains(secret))
    for action in session.actions(path, (0, 0), (99, 0)) {
      #expect(!action.tree.source.string(action.tree.source.range).contains(secret))
    }
  }
}
