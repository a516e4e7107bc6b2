import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct AdminScopeTests {
  @Test func `flags the scope of administrators`() {
    expectLint(
      AdminScope(), in: "oauth: { scopes: [base, 1️⃣admin1️⃣, webhooks:full] }\n",
      ["1️⃣": "the app asks for 'admin', which only administrators can grant"])
    expectLint(AdminScope(), in: "oauth: { scopes: [base, webhooks:full] }\n")
  }
}
