import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ActionsPerLocationTests {
  private static let manifest = """
    extensions:
      linkActions:
        - { name: A, locations: [deal-details, deal-details] }
        - { name: B, locations: [deal-details] }
      jsonModals:
        - { name: C, locations: [deal-details] }
      customModals:
        - { name: D, entryPoints: [people-list, 1️⃣deal-details1️⃣] }
        - { name: E, entryPoints: [deal-details] }
      jsonPanels:
        - { name: F, locations: [deal-details], actions: [{ name: G }] }
    """

  @Test func `is reported once a view, at the first over the limit`() {
    expectLint(
      ActionsPerLocation(), in: Self.manifest, ["1️⃣": "5 actions in deal details, at most 3 are allowed"])
  }

  @Test func `labels each of the others`() {
    let source = SourceText(path: "x.yaml", text: MarkedText(Self.manifest).text)
    let diagnostics = Linter(RuleSet([ActionsPerLocation()]), schemas: [:]).lint(source).diagnostics
    #expect(diagnostics[0].label == "4th: D")
    #expect(diagnostics[0].notes.map(\.message) == ["1st: A", "2nd: B", "3rd: C", "5th: E"])
    #expect(diagnostics[0].pointer == "/extensions/customModals/0/entryPoints/1")
  }

  @Test func `counts in file order, whatever the kind`() {
    expectLint(
      ActionsPerLocation(),
      in: """
        extensions:
          customModals: [{ entryPoints: [deals-list] }, { entryPoints: [deals-list] }]
          linkActions: [{ locations: [deals-list] }, { locations: [1️⃣deals-list1️⃣] }]
        """, ["1️⃣": "4 actions in deals list, at most 3 are allowed"])
  }
}
