import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PanelLabelCaseTests {
  @Test func `suggests labels in sentence case`() {
    expectLint(
      PanelLabelCase(),
      in: """
        type: object
        properties:
          a: { label: 1️⃣delivery date1️⃣, $ref: "#/definitions/date" }
          b: { label: 2️⃣Last Workshop Visit2️⃣, $ref: "#/definitions/date" }
          c: { label: Delivery date, $ref: "#/definitions/date" }
        """,
      [
        "1️⃣": "label is not in sentence case: its first letter is not a capital",
        "2️⃣": "label is not in sentence case: 'Workshop' and 'Visit' have a capital",
      ],
      unsafelyFixed: """
        type: object
        properties:
          a: { label: Delivery date, $ref: "#/definitions/date" }
          b: { label: Last workshop visit, $ref: "#/definitions/date" }
          c: { label: Delivery date, $ref: "#/definitions/date" }
        """)
  }

  @Test(arguments: ["VIN", "Owner's e-mail", "Sent by DocuSign", "Прибытие", "配送日", "${LABEL}", "", "PayPal fee"])
  func `lets names, acronyms, other scripts and variables pass`(label: String) {
    expectLint(
      PanelLabelCase(), in: "type: object\nproperties: { a: { $ref: \"#/definitions/text\", label: \"\(label)\" } }\n")
  }

  @Test func `knows the name of the app that a panel belongs to, and proper nouns`() {
    expectLint(
      PanelLabelCase(),
      in: """
        app: { name: Car Services App }
        extensions:
          jsonPanels:
            - dataStructure:
                type: object
                properties: { a: { $ref: "#/definitions/text", label: State in Car Services App } }
        """)
    var rule = PanelLabelCase()
    rule.properNouns = ["Acme Motors"]
    expectLint(rule, in: "type: object\nproperties: { a: { $ref: \"#/definitions/text\", label: By Acme Motors } }\n")
  }

  @Test func `takes the option 'properNouns' and no other`() throws {
    var rule = PanelLabelCase()
    let options = YAMLParser.parse(SourceText(path: "x.yaml", text: "properNouns: [Acme]")).documents[0].root
    try rule.configure(options)
    #expect(rule.properNouns == ["Acme"])
    for wrong in ["nouns: []", "properNouns: Acme", "properNouns: [1]"] {
      let options = YAMLParser.parse(SourceText(path: "x.yaml", text: wrong)).documents[0].root
      #expect(throws: ConfigurationError.self) { try rule.configure(options) }
    }
  }
}
