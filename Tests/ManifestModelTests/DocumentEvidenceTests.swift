import ManifestModel
import ManifestSyntax
import ManifestText
import Testing

@Suite struct DocumentEvidenceTests {
  private func isEvident(_ kind: DocumentKind, _ text: String) -> Bool {
    let source = SourceText(path: "a.yaml", text: text)
    return kind.isEvident(in: source, YAMLParser.parse(source))
  }

  @Test func `a document tells its kind by one of its keys, also where it is broken`() {
    #expect(isEvident(.jsonModal, "properties: {}"))
    #expect(isEvident(.jsonPanel, "type: object\npropertis: {}"))
    #expect(isEvident(.jsonPanel, "a: 1\n---\nitems: {}"))
    #expect(isEvident(.jsonPanel, "{ 'type': object, ["))
    #expect(isEvident(.messagingManifest, "endpoints: {}"))
    #expect(isEvident(.appManifest, "app: {}"))
  }

  @Test func `other files do not`() {
    let texts = [
      "type: service_account\nprivate_key: x", "DB_PASSWORD=x", "[properties]", "{ x", "name: x\nversion: '1'",
    ]
    for text in texts {
      for kind in DocumentKind.allCases where kind != .configuration {
        #expect(!isEvident(kind, text), "\(kind) \(text)")
      }
    }
  }
}
