import ManifestText
import Testing

@Suite struct DocumentNameTests {
  @Test(arguments: ["a.json", "a/b.yaml", "x.pipedrive.yml", "A.JSON", "a.YaMl", ".json"])
  func `JSON and YAML files are documents by their names`(path: String) {
    #expect(DocumentName.isOne(path.utf8))
  }

  @Test(arguments: [
    "", ".", "json", "a.jso", "a.json5", "a.json/", "a.json ", ".env", ".git/config", "a\u{0E}json", "a_yml",
  ])
  func `other files are not`(path: String) {
    #expect(!DocumentName.isOne(path.utf8))
  }
}
