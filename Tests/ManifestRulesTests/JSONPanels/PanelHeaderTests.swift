import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PanelHeaderTests {
  @Test func `flags a list of objects without a title`() {
    expectLint(
      PanelHeader(),
      in: """
        { "type": "array",
          "items": { "type": "object", 1️⃣"properties"1️⃣: { "id": { "$ref": "#/definitions/numerical" } } } }
        """, named: "panel.json",
      ["1️⃣": "a panel of several objects needs a 'header', the title of each"])
  }

  @Test(arguments: [
    "type: object\nproperties: { model: { $ref: \"#/definitions/text\" } }",
    "type: array\nitems: { properties: { header: { $ref: \"#/definitions/heading\" } } }",
    "type: array\nitems: { properties: { title: { $ref: \"#/definitions/header\" } } }",
    "type: array\nitems: { type: object }", "type: array\nitems: []", "type: array\nitems: { properties: [] }",
  ])
  func `says nothing of one object, of any kind of title, and of what is broken otherwise`(panel: String) {
    expectLint(PanelHeader(), in: panel)
  }
}
