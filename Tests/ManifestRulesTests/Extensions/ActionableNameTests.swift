import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ActionableNameTests {
  @Test func `flags a JSON modal that is called by a thing`() {
    expectLint(
      ActionableName(),
      in: """
        extensions:
          jsonModals: [{ name: 1️⃣Product1️⃣ details }, { name: "2️⃣Quote2️⃣-\\u0067enerator" }]
          linkActions: [{ name: Product details }]
          customModals: [{ name: Product details }]

        """.replacing("Quote2️⃣-\\u0067enerator", with: "Pricing2️⃣ table"),
      [
        "1️⃣": "the name begins with 'Product', which does not say what the action does",
        "2️⃣": "the name begins with 'Pricing', which does not say what the action does",
      ])
  }

  @Test(arguments: [
    "+ Prod. details - Car Services", "Add product", "Send quote", "add product", "View/edit deal", "Reschedule visit",
    "Re-send quote", "Sign up", "Rechnung schreiben".replacing("Rechnung", with: "Übersicht"), "見積書", "🚗 Cars",
    "${VERB} it",
    "Digitize", "", "Unassign owner",
  ])
  func `lets verbs, signs and other letters pass`(name: String) {
    expectLint(ActionableName(), in: "extensions: { jsonModals: [{ name: \"\(name)\" }] }\n")
  }

  @Test func `is off unless asked for`() {
    let source = SourceText(path: "x", text: "extensions: { jsonModals: [{ name: Product }] }")
    func count(_ profile: Profile) -> Int {
      Linter(RuleSet([ActionableName.self], profile: profile), schemas: [:]).lint(source).diagnostics.count
    }
    #expect(Profile.allCases.map(count) == [0, 0, 1])
  }
}
