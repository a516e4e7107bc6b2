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
        "1️⃣": "a field of a panel takes no key 'type'",
        "2️⃣": "a field of a panel takes no key 'lable'",
        "3️⃣": "a field of a panel takes no key 'ref'; the required key '$ref' is missing",
        "4️⃣": "a field of a panel takes no key 'type'; the required key '$ref' is missing",
        "5️⃣": "a field of a panel takes no key 'format'",
        "6️⃣": "required key '$ref' is missing",
        "7️⃣": "a field of a panel takes no key 'x-note'",
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
      ["1️⃣": "unknown key 'name'", "2️⃣": "a field of a panel takes no key 'x-note'"])
  }

  @Test func `lets a label stand before the type`() {
    expectLint(
      PanelFieldKey(), MissingKey(),
      in: ##"{ "type": "object", "properties": { "a": { "label": "A", "$ref": "#/definitions/text" } } }"##,
      named: "panel.json")
  }
}
