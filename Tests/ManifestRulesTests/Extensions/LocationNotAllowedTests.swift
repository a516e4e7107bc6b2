import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct LocationNotAllowedTests {
  @Test func `flags a panel in a list view`() {
    expectLint(
      LocationNotAllowed(),
      in: """
        extensions:
          jsonPanels: [{ locations: [deal-details, 1️⃣deals-list1️⃣] }]
          customPanels: [{ locations: [2️⃣activities-list2️⃣] }]
          linkActions: [{ locations: [activities-list] }]
        """,
      [
        "1️⃣": "a JSON panel cannot stand in 'deals-list': panels appear in detail views only",
        "2️⃣": "a custom panel cannot stand in 'activities-list': panels appear in detail views only",
      ])
  }

  @Test func `leaves what is no view to the schema`() {
    expectLint(LocationNotAllowed(), in: "extensions:\n  customPanels: [{ locations: [deal, 1, null] }]\n")
  }
}
