import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct InstallationUrlRedirectUriTests {
  private func text(_ query: String, callback: String = "https://acme.com/cb") -> String {
    """
    app: { callbackUrl: "\(callback)" }
    oauth: { installationUrl: "https://oauth.pipedrive.com/oauth/authorize\(query)" }

    """
  }

  @Test(arguments: [
    "https%3A%2F%2Facme.com%2Fcb%2F", "https://acme.com/CB", "http%3A%2F%2Facme.com%2Fcb",
    "https%253A%252F%252Facme.com", "https://acme.com/API/cb",
  ])
  func `flags what is not exactly the callback URL`(value: String) {
    expectLint(
      InstallationUrlRedirectUri(), in: text("?client_id=a&1️⃣redirect_uri=\(value)1️⃣"),
      ["1️⃣": "'redirect_uri' is '\(PercentEncoding.decodingForm(value.utf8))', which is not the callback URL"])
  }

  @Test func `says what to write, and points at the callback URL`() {
    let source = SourceText(path: "x", text: text("?redirect_uri=x", callback: "https://acme.com/a b?c=ü"))
    let diagnostics = Linter(RuleSet([InstallationUrlRedirectUri()]), schemas: [:]).lint(source).diagnostics
    #expect(diagnostics.map(\.help) == ["write 'redirect_uri=https%3A%2F%2Facme.com%2Fa%20b%3Fc%3D%C3%BC'"])
    #expect(diagnostics[0].notes.map { source.string($0.range) } == ["\"https://acme.com/a b?c=ü\""])
  }

  @Test func `never repeats a user name and a password`() {
    func helps(_ query: String, _ callback: String) -> [String?] {
      Linter(RuleSet([InstallationUrlRedirectUri()]), schemas: [:])
        .lint(SourceText(path: "x", text: text(query, callback: callback))).diagnostics.map(\.help)
    }
    let order = "write 'redirect_uri=https%3A%2F%2Facme.com%2Fcb'"
    #expect(helps("?redirect_uri=x", "https://us3r:p4ss@acme.com/cb") == [order])
    #expect(helps("?redirect_uri=https%3A%2F%2Fus3r%3Ap4ss%40a.com", "https://acme.com/cb") == [order])
    // What differs in nothing else is a matter for `url-credentials`.
    #expect(helps("?redirect_uri=https%3A%2F%2Facme.com%2Fcb", "https://us3r:p4ss@acme.com/cb") == [])
  }

  @Test func `flags a missing one`() {
    let marked = text("?client_id=a").replacing("\"https://oauth", with: "1️⃣\"https://oauth")
      .replacing("=a\"", with: "=a\"1️⃣")
    expectLint(InstallationUrlRedirectUri(), in: marked, ["1️⃣": "the authorization link has no 'redirect_uri'"])
  }

  @Test(arguments: [
    ("?redirect_uri=https%3A%2F%2Facme.com%2Fcb", "https://acme.com/cb"),
    ("?redirect_uri=https://acme.com/cb", "https://acme.com/cb"),
    ("?redirect_uri=https%3A%2F%2F${HOST}%2Fcb", "https://acme.com/cb"),
    ("?redirect_uri=https%3A%2F%2Facme.com%2Fcb", "https://${HOST}/cb"),
    ("?redirect_uri=x", ""), ("?${QUERY}", "https://acme.com/cb"),
  ])
  func `lets the callback URL and what cannot be seen pass`(query: String, callback: String) {
    expectLint(InstallationUrlRedirectUri(), in: text(query, callback: callback))
  }
}
