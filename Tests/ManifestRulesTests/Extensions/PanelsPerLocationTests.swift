import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PanelsPerLocationTests {
  @Test func `flags the second panel, whatever its kind`() {
    expectLint(
      PanelsPerLocation(),
      in: """
        extensions:
          customPanels:
            - { name: A, locations: [deal-details, person-details] }
          jsonPanels:
            - { name: B, locations: [1️⃣deal-details1️⃣] }
            - { name: C, locations: [organization-details] }
        """, ["1️⃣": "2 panels in deal details, one is allowed"])
  }

  @Test func `a view named twice by one panel is not two panels`() {
    expectLint(PanelsPerLocation(), in: "extensions:\n  jsonPanels: [{ locations: [deal-details, deal-details] }]\n")
  }

  @Test func `a list view takes no panel at all, so it cannot have two`() {
    expectLint(
      PanelsPerLocation(), in: "extensions:\n  jsonPanels: [{ locations: [deals-list] }, { locations: [deals-list] }]\n"
    )
  }
}
