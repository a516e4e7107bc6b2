import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct MainActionTests {
  private func text(_ name: String, _ actions: String) -> String {
    """
    extensions:
      jsonPanels: [{ name: Visits, mainActions: { deal-details: 1️⃣\(name)1️⃣, x-note: none } }]
      \(actions)

    """
  }

  @Test(arguments: [
    (
      "Send qoute", "linkActions: [{ name: Send quote, locations: [deal-details] }]",
      "no link action or JSON modal is called 'Send qoute'"
    ),
    (
      "Send quote", "linkActions: [{ name: Send quote, locations: [deals-list] }]",
      "'Send quote' is not in deal details"
    ),
    (
      "Send quote", "customModals: [{ name: Send quote, entryPoints: [deal-details] }]",
      "'Send quote' is a custom modal, which cannot be a main action"
    ),
    ("Visits", "linkActions: []", "'Visits' is a JSON panel, which cannot be a main action"),
    (
      "send quote", "jsonModals: [{ name: Send quote, locations: [deal-details] }]",
      "no link action or JSON modal is called 'send quote'"
    ),
  ])
  func `says why it cannot be the main action`(name: String, actions: String, message: String) {
    expectLint(MainAction(), in: text(name, actions), ["1️⃣": message])
  }

  @Test(arguments: [
    ("A", "linkActions: [{ name: A, locations: [deal-details] }]"),
    ("A", "jsonModals: [{ name: A, locations: [deals-list, deal-details] }]"),
    ("A", "linkActions: [{ name: A, locations: [deals-list] }, { name: A, locations: [deal-details] }]"),
    ("A", "linkActions: [{ name: A, locations: [deal-detail] }]"), ("A", "linkActions: [{ name: A }]"),
    ("A", "linkActions: [{ name: A, locations: [\"${VIEW}\"] }]"), ("A", "linkActions: [{ name: \"${NAME}\" }]"),
    ("\"${NAME}\"", "linkActions: []"), ("\"${NAME:-A}\"", "linkActions: [{ name: A, locations: [deal-details] }]"),
    ("''", "linkActions: []"), ("[A]", "linkActions: []"),
  ])
  func `says nothing where it can be, or may be`(name: String, actions: String) {
    expectLint(MainAction(), in: MarkedText(text(name, actions)).text)
  }

  @Test func `asks whether a near name of that view was meant`() {
    let text = MarkedText(text("Send qoute", "linkActions: [{ name: Send quote, locations: [deal-details] }]")).text
    let diagnostics = Linter(RuleSet([MainAction()]), schemas: [:]).lint(SourceText(path: "x", text: text)).diagnostics
    #expect(diagnostics.map(\.help) == ["did you mean 'Send quote'?"])
  }
}
