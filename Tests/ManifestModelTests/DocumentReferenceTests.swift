import ManifestModel
import Testing

@Suite struct DocumentReferenceTests {
  @Test(arguments: [
    "schema: ./modal.json", "schema : ./modal.json", "\"schema\": \"./modal.json\"", "'schema': x.json",
    "{\"schema\"\n: \"x\"}",
    "{\"schema\" # a word\n: x}", "? schema\n: ./modal.json", "dataStructure: ./panel.json",
    "dataStructure:\n  ./panel.json",
    "messaging: m.json", "videoCalling: &a v.json", "\"sch\\u0065ma\": x", "schema: *file", "schema: |\n  x.json",
  ])
  func `a text with a key for a path may refer to documents`(text: String) {
    #expect(AppManifest.mayReferToDocuments(Array(text.utf8)))
  }

  @Test(arguments: [
    "", "name: A", "# yaml-language-server: $schema=https://a.io/app-manifest.schema.json\nmanifest: 1",
    "$schema: x.json",
    "\"$schema\": \"x\"", "schemas: x", "myschema: x", "description: The messaging app", "schema: {type: object}",
    "dataStructure:\n  type: array", "dataStructure:\n\n    type: array", "\"schema\": {\"a\": 1}",
    "a: https://a.io/?b=schema",
  ])
  func `a text without such a key refers to none`(text: String) {
    #expect(!AppManifest.mayReferToDocuments(Array(text.utf8)))
  }
}
