import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PanelFieldKeyTests {
  @Test func `flags what stands beside $ref and label`() {
    expectLint(
      PanelFieldKey(), MissingKey(), UnknownKey(),
      in: """
        type: object
        properties:
          a: { $ref: "#/definitions/text", 1️⃣type1️⃣: string, 2️⃣lable2️⃣: A }
          b: { 3️⃣ref3️⃣: "#/definitions/text" }
          c: { 4️⃣type4️⃣: string, 5️⃣format5️⃣: date }
          6️⃣d6️⃣: { label: D }
          e: { $ref: "#/definitions/text", 7️⃣x-note7️⃣: mine }
        """,
      [
        "1️⃣": "unknown key 'type' in a field of a panel",
        "2️⃣": "unknown key 'lable' in a field of a panel",
        "3️⃣": "unknown key 'ref' in a field of a panel; the required key '$ref' is missing",
        "4️⃣": "unknown key 'type' in a field of a panel; the required key '$ref' is missing",
        "5️⃣": "unknown key 'format' in a field of a panel",
        "6️⃣": "required key '$ref' is missing",
        "7️⃣": "unknown key 'x-note' in a field of a panel",
      ])
  }

  @Test func `looks into panels inside an app manifest, once each`() {
    expectLint(
      PanelFieldKey(), UnknownKey(),
      in: """
        manifest: 1
        extensions:
          jsonPanels:
            - x-note: mine
              dataStructure:
                type: object
                1️⃣name1️⃣: Visits
                properties: { a: { $ref: "#/definitions/text", 2️⃣x-note2️⃣: mine } }
        """,
      ["1️⃣": "unknown key 'name'", "2️⃣": "unknown key 'x-note' in a field of a panel"])
  }

  @Test func `lets a label stand before the type`() {
    expectLint(
      PanelFieldKey(), MissingKey(),
      in: ##"{ "type": "object", "properties": { "a": { "label": "A", "$ref": "#/definitions/text" } } }"##,
      named: "panel.json")
  }
}
