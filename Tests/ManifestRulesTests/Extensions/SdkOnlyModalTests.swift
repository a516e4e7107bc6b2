import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct SdkOnlyModalTests {
  @Test func `flags a custom modal without entry points`() {
    expectLint(
      SdkOnlyModal(),
      in: """
        extensions:
          customModals:
            - 1️⃣name1️⃣: Pick a car
            - { name: Pick a part, entryPoints: 2️⃣[]2️⃣ }
            - { name: A, entryPoints: [deals-list] }
            - { name: B, entryPoints: }
            - { name: C, entryPoints: deals-list }
          customPanels: [{ name: D }]
          floatingWindow: { name: E }

        """,
      [
        "1️⃣": "custom modal 'Pick a car' has no entry points; only the SDK opens it",
        "2️⃣": "custom modal 'Pick a part' has no entry points; only the SDK opens it",
      ])
  }

  @Test func `lets modals pass that open from a view, and other extensions`() {
    expectLint(
      SdkOnlyModal(),
      in: """
        extensions:
          customModals: [{ name: Pick a car, entryPoints: [deal-details] }]
          jsonModals: [{ name: Add a part }]

        """)
  }
}
