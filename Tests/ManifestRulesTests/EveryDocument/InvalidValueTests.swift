import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct InvalidValueTests {
  @Test func `lists what is allowed and mends what is near`() {
    expectLint(
      InvalidValue(), in: "manifest: 1\napp: { type: 1️⃣privat1️⃣ }\n",
      ["1️⃣": "'privat' is not allowed for 'type'; it must be one of 'private' or 'public'"],
      fixed: "manifest: 1\napp: { type: private }\n")
  }

  @Test func `knows one version of the format`() {
    expectLint(InvalidValue(), in: "manifest: 1️⃣21️⃣\n", ["1️⃣": "'2' is not allowed for 'manifest'; it must be '1'"])
  }

  @Test func `a private app is draft or live`() {
    expectLint(
      InvalidValue(), in: "manifest: 1\napp: { type: private, status: 1️⃣published1️⃣ }\n",
      ["1️⃣": "'published' is not allowed for 'status' in a private app; it must be one of 'draft' or 'live'"])
    let text = "manifest: 1\napp: { type: private, status: published }\n"
    let diagnostics = Linter(RuleSet([InvalidValue()]), schemas: TestSchemas.all)
      .lint(SourceText(path: "a.pipedrive.yaml", text: text)).diagnostics
    #expect(diagnostics.first?.notes.map(\.message) == ["the type"])
  }

  @Test func `an unknown view is invalid, a list view for a panel is not`() {
    expectLint(
      InvalidValue(),
      in: """
        manifest: 1
        extensions:
          customPanels:
            - locations: [1️⃣deal-detail1️⃣, deals-list]
        """,
      [
        "1️⃣": """
        'deal-detail' is not allowed; it must be one of 'deal-details', 'person-details' or 'organization-details'
        """
      ])
  }

  @Test func `a variable may be any value`() {
    expectLint(InvalidValue(), in: "manifest: 1\napp: { type: private, status: \"${STATUS}\" }\n")
  }
}
