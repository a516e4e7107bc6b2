import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ActionsTotalTests {
  @Test func `is reported at the 22nd, modals without entry points included`() {
    let actions = (1...20).map { "    - { name: Page \($0) }\n" }.joined()
    expectLint(
      ActionsTotal(),
      in:
        "extensions:\n  linkActions:\n\(actions)  customModals:\n    - { name: A }\n    - { name: 1️⃣B1️⃣ }\n    - { name: C }\n",
      ["1️⃣": "23 link actions, JSON modals and custom modals, at most 21 are allowed"])
  }

  @Test func `panels, panel actions and the floating window do not count`() {
    let actions = (1...21).map { "    - { name: Page \($0) }\n" }.joined()
    expectLint(
      ActionsTotal(),
      in: """
        extensions:
          linkActions:
        \(actions)  jsonPanels: [{ actions: [{ name: A }] }]
          customPanels: [{ name: B }]
          floatingWindow: { name: C }
        """)
  }
}
