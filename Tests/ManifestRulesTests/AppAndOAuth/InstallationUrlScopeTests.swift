import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct InstallationUrlScopeTests {
  private static let page = "https://oauth.pipedrive.com/oauth/authorize"

  @Test(arguments: [
    ("?1️⃣scope=deals:read1️⃣&a=b", "?a=b"), ("?a=b&1️⃣scope=deals:read+base1️⃣", "?a=b"), ("?1️⃣scope=x1️⃣#y", "#y"),
    ("?a=${A}&1️⃣scope=${SCOPE}1️⃣&c", "?a=${A}&c"),
  ])
  func `removes what has no effect`(query: String, fixed: String) {
    expectLint(
      InstallationUrlScope(), in: "oauth:\n  installationUrl: \(Self.page)\(query)\n",
      ["1️⃣": "'scope' in the authorization link has no effect"],
      fixed: "oauth:\n  installationUrl: \(Self.page)\(fixed)\n")
  }

  @Test func `an empty one is an error`() {
    let source = SourceText(path: "x", text: "oauth:\n  installationUrl: \"\(Self.page)?a=b&scope=\"\n")
    let diagnostics = Linter(RuleSet([InstallationUrlScope()]), schemas: [:]).lint(source).diagnostics
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(
      diagnostics.map(\.message) == ["'scope' in the authorization link is empty; Pipedrive answers with an error"])
  }

  @Test func `says nothing of other links`() {
    expectLint(InstallationUrlScope(), in: "oauth: { installationUrl: \"https://acme.com/?scope=a\" }\n")
    expectLint(InstallationUrlScope(), in: "oauth: { installationUrl: \"\(Self.page)?scopes=a\" }\n")
  }
}
