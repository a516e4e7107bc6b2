import ManifestModel
import ManifestSyntax
import ManifestText
import Testing

@Suite struct AppManifestTests {
  private func manifest(_ text: String) -> AppManifest {
    AppManifest(YAMLParser.parse(SourceText(path: "x.yaml", text: text)).documents[0].root)
  }

  @Test func `lists extensions in file order`() {
    let manifest = manifest(
      """
      extensions:
        customModals: [{ name: A, entryPoints: [deal-details, nowhere, 1] }]
        floatingWindow: { name: B, entryPoints: [top-bar] }
        linkActions: [{ name: C, locations: [deals-list] }, text, null]
        jsonPanels: { name: no list }
        other: [{ name: D }]
      """)
    #expect(manifest.extensions.map { $0.name?.value } == ["A", "B", "C"])
    #expect(manifest.extensions.map(\.kind) == [.customModal, .floatingWindow, .linkAction])
    #expect(manifest.extensions[0].views.map(\.value) == [.dealDetails])
    #expect(manifest.extensions[1].views.isEmpty)
  }

  @Test(arguments: [
    "", "x", "- a", "app: 1", "app: { name: [], callbackUrl: }", "extensions: [1]", "oauth: { scopes: 1 }",
  ])
  func `has an answer on a broken file`(text: String) {
    let manifest = manifest(text)
    #expect(manifest.extensions.isEmpty)
    #expect(manifest.name == nil)
    #expect(manifest.settingsPage == nil)
    #expect(manifest.urlFields(Variables()).isEmpty)
    #expect(manifest.secretFields.isEmpty)
    #expect(manifest.documentReferences.isEmpty)
  }

  @Test(arguments: [
    ("draft", Stage.draft), ("live", .live), ("in-review", .live), ("unpublished", .live), ("published", .live),
  ])
  func `tells the stage by the status`(status: String, stage: Stage) {
    #expect(manifest("app: { status: \(status) }").statedStage(Variables()) == stage)
    #expect(manifest("app: { status: \"${STATUS:-x}\" }").statedStage(Variables(["STATUS": status])) == stage)
    #expect(manifest("app: { status: \"${STATUS:-\(status)}\" }").statedStage(Variables()) == stage)
  }

  @Test func `finds the documents that it refers to`() {
    let references = manifest(
      """
      extensions:
        jsonModals: [{ schema: modals/a.json }]
        jsonPanels: [{ dataStructure: { type: object }, actions: [{ schema: "${DIR:-modals}/b.json" }] }]
        messaging: "${DIR}/c.json"
      """
    ).documentReferences
    #expect(references.map(\.kind) == [.jsonModal, .jsonPanel, .jsonModal, .messagingManifest])
    #expect(references.map { $0.path(Variables()) } == ["modals/a.json", nil, "modals/b.json", nil])
  }
}
