import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PanelFieldTypeTests {
  @Test func `flags types that there are not, and mends those that are near one`() {
    expectLint(
      PanelFieldType(),
      in: """
        { "type": "object", "properties": {
          "a": { "$ref": "#/definitions/text" },
          "b": { "label": "B", "$ref": 1️⃣"#/definitions/numeric"1️⃣ },
          "c": { "$ref": 2️⃣"text"2️⃣ },
          "d": { "$ref": 3️⃣"#/definition/date"3️⃣ },
          "e": { "$ref": 4️⃣"#/definitions/string"4️⃣ },
          "f": { "$ref": 5️⃣"#/definitions/element-text"5️⃣ },
          "g": { "$ref": 6️⃣""6️⃣ }
        } }
        """, named: "panel.json",
      [
        "1️⃣": "'#/definitions/numeric' is no type of field",
        "2️⃣": "'text' is no type of field",
        "3️⃣": "'#/definition/date' is no type of field",
        "4️⃣": "'#/definitions/string' is no type of field",
        "5️⃣": "'#/definitions/element-text' is no type of field",
        "6️⃣": "'' is no type of field",
      ],
      fixed: """
        { "type": "object", "properties": {
          "a": { "$ref": "#/definitions/text" },
          "b": { "label": "B", "$ref": "#/definitions/numerical" },
          "c": { "$ref": "#/definitions/text" },
          "d": { "$ref": "#/definitions/date" },
          "e": { "$ref": "#/definitions/string" },
          "f": { "$ref": "#/definitions/element-text" },
          "g": { "$ref": "" }
        } }
        """)
  }

  @Test func `looks into panels inside an app manifest`() {
    expectLint(
      PanelFieldType(),
      in: """
        manifest: 1
        extensions:
          jsonPanels:
            - dataStructure:
                type: array
                items:
                  type: object
                  properties:
                    price: { $ref: 1️⃣"#/definitions/curency"1️⃣ }
            - dataStructure: panels/other.json
        """, ["1️⃣": "'#/definitions/curency' is no type of field"])
  }

  @Test(arguments: JSONPanel.FieldType.allCases)
  func `knows the 13 types, and says nothing about a variable or about what is no text`(type: JSONPanel.FieldType) {
    expectLint(
      PanelFieldType(),
      in: """
        type: object
        properties:
          known: { $ref: "#/definitions/\(type.rawValue)" }
          open: { $ref: "${TYPE}" }
          list: { $ref: [1] }
          none: { $ref: }
          text: word
        """)
  }
}
