import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct QuotaNearLimitTests {
  @Test func `flags lengths from nine tenths on`() {
    expectLint(
      QuotaNearLimit(),
      in: """
        extensions:
          linkActions:
            - { name: 1️⃣abcdefghijabcdefghijabcdefg1️⃣ }
            - { name: abcdefghijabcdefghijabcdef }
            - { name: abcdefghijabcdefghijabcdefghijk }
        onboarding: { video: { title: 2️⃣\(String(repeating: "a", count: 72))2️⃣ } }

        """,
      ["1️⃣": "name has 27 of 30 characters", "2️⃣": "title of the video has 72 of 80 characters"])
  }

  @Test func `flags counts`() {
    let actions = (1...18).map { "{ name: A\($0) }" }.joined(separator: ", ")
    expectLint(
      QuotaNearLimit(),
      in: """
        extensions:
          linkActions: [\(actions)]
          customModals:
            - 1️⃣entryPoints1️⃣: [deals-list]
          jsonPanels: [{ locations: [deal-details] }]
        listing:
          2️⃣images2️⃣: [a, b, c, d, e]

        """,
      ["1️⃣": "19 of 21 actions are used", "2️⃣": "5 of 5 listing images are used"])
    expectLint(
      QuotaNearLimit(),
      in: """
        extensions:
          linkActions: [{ locations: [deals-list] }, { locations: [deals-list] }]
          customModals: [{ entryPoints: [1️⃣deals-list1️⃣, people-list] }]

        """,
      ["1️⃣": "3 of 3 actions in deals list are used"])
  }

  @Test func `flags counts in panels and modals, inside of a manifest and by themselves`() {
    let fields = (1...18).map { "f\($0): { $ref: '#/definitions/text' }" }.joined(separator: ", ")
    let blocks = (1...9).map { "b\($0): { $ref: '#/definitions/element-separator' }" }.joined(separator: ", ")
    let panel = "{ type: object, 1️⃣properties1️⃣: { \(fields) } }"
    let modal = "{ type: object, properties: { blocks: { type: object, 2️⃣properties2️⃣: { \(blocks) } } } }"
    let actions = (1...3).map { "{ target: object, name: A\($0) }, { target: field, field: f\($0) }" }
    expectLint(
      QuotaNearLimit(),
      in: """
        extensions:
          jsonPanels:
            - dataStructure: \(panel)
              3️⃣actions3️⃣: [\(actions.joined(separator: ", "))]
          jsonModals: [{ schema: \(modal) }]

        """,
      [
        "1️⃣": "18 of 20 fields are used", "2️⃣": "9 of 10 blocks are used",
        "3️⃣": "3 of 3 fields with actions are used\n3 of 3 object actions are used",
      ])
    expectLint(QuotaNearLimit(), in: panel, ["1️⃣": "18 of 20 fields are used"], options: .init(kind: .jsonPanel))
    expectLint(QuotaNearLimit(), in: modal, ["2️⃣": "9 of 10 blocks are used"], options: .init(kind: .jsonModal))
  }
}
