import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PanelRequiredTests {
  @Test func `flags required properties that are not declared`() {
    expectLint(
      PanelRequired(),
      in: """
        type: array
        items:
          type: object
          required: [header, 1️⃣visitTme1️⃣, id, 2️⃣"total"2️⃣, 3, ~, "${NAME}"]
          properties:
            id: { $ref: "#/definitions/numerical" }
            header: { $ref: "#/definitions/header" }
            visitTime: { $ref: "#/definitions/date-time" }
        """,
      [
        "1️⃣": "'visitTme' is required and not declared under 'properties'",
        "2️⃣": "'total' is required and not declared under 'properties'",
      ])
  }

  @Test(arguments: [
    "type: object\nproperties: { a: { $ref: \"#/definitions/text\" } }",
    "type: object\nrequired: []\nproperties: { a: { $ref: \"#/definitions/text\" } }",
    "type: array\nitems: { required: [a] }", "type: array\nrequired: [a]\nitems: { properties: {} }",
  ])
  func `says nothing where nothing is required, or where there are no properties at all`(panel: String) {
    expectLint(PanelRequired(), in: panel)
  }
}
