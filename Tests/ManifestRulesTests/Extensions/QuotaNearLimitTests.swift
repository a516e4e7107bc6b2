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
}
