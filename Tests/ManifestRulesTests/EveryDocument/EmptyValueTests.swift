import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct EmptyValueTests {
  @Test func `flags a required list without items, a blank text and a key without value`() {
    expectLint(
      EmptyValue(),
      in: """
        manifest: 1
        app:
          name: 1️⃣""1️⃣
          type: private
          callbackUrl: 2️⃣" "2️⃣
          status:3️⃣
        oauth:
          scopes: 4️⃣[]4️⃣
        """,
      [
        "1️⃣": "'name' is empty", "2️⃣": "'callbackUrl' is blank", "3️⃣": "'status' has no value",
        "4️⃣": "'scopes' has no item, at least one is required",
      ])
  }

  @Test func `a draft may have no scopes, a live app not`() {
    let text = "manifest: 1\napp: { name: A, type: private, status: live }\noauth: { scopes: [] }\n"
    let linter = Linter(RuleSet([EmptyValue()]), schemas: TestSchemas.all)
    let source = SourceText(path: "a.pipedrive.yaml", text: text)
    #expect(linter.lint(source).diagnostics.map(\.severity) == [.error])
    #expect(linter.lint(source, .init(stage: .draft)).diagnostics.map(\.severity) == [.warning])
  }

  @Test func `an empty optional text counts as absent`() {
    expectLint(
      EmptyValue(),
      in: """
        manifest: 1
        extensions:
          linkActions:
            - { name: A, description: "", jwtSecret: "", url: "https://a.de", locations: [deal-details] }
        """)
  }
}
