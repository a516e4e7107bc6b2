import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PanelFieldLimitTests {
  private static func fields(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "    field\($0): { $ref: \"#/definitions/text\" }\n" }.joined()
  }

  @Test func `marks the 21st field and leaves header and id out of the count`() {
    expectLint(
      PanelFieldLimit(),
      in: """
        type: array
        items:
          properties:
            id: { $ref: "#/definitions/numerical" }
        \(Self.fields(1...20))    header: { $ref: "#/definitions/header" }
            1️⃣field211️⃣: { $ref: "#/definitions/text" }
            field22: { $ref: "#/definitions/text" }

        """,
      ["1️⃣": "the panel has 22 fields, at most 20 are allowed; 'header' and 'id' are not counted"])
  }

  @Test func `lets 20 fields beside a title of any name pass, and counts a second header`() {
    let title = "    title: { $ref: \"#/definitions/header\" }\n"
    expectLint(PanelFieldLimit(), in: "type: array\nitems:\n  properties:\n\(Self.fields(1...20))\(title)")
    expectLint(
      PanelFieldLimit(),
      in: """
        type: array
        items:
          properties:
            header: { $ref: "#/definitions/header" }
        \(title)\(Self.fields(1...19))    1️⃣field201️⃣: { $ref: "#/definitions/text" }

        """,
      ["1️⃣": "the panel has 21 fields, at most 20 are allowed; 'header' and 'id' are not counted"])
  }
}
