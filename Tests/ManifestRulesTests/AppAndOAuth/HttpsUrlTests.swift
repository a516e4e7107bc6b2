import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct HttpsUrlTests {
  @Test(arguments: [("draft", Severity.warning), ("live", .error)])
  func `a plain callback is an error only when live`(status: String, severity: Severity) {
    let text = "app: { status: \(status), callbackUrl: \"http://a.de/c\" }\n"
    let diagnostics = Linter(RuleSet([HttpsUrl()]), schemas: [:])
      .lint(SourceText(path: "x.yaml", text: text)).diagnostics
    #expect(diagnostics.map(\.severity) == [severity])
  }

  @Test func `flags all but iframes, and mends only when asked`() {
    expectLint(
      HttpsUrl(),
      in: """
        extensions:
          linkActions: [{ url: 1️⃣"http://a.de/l"1️⃣ }]
          customModals: [{ iframeUrl: "http://a.de/m" }]

        """, ["1️⃣": "the URL is plain http; what is sent there can be read on the way"],
      fixed: """
        extensions:
          linkActions: [{ url: "http://a.de/l" }]
          customModals: [{ iframeUrl: "http://a.de/m" }]

        """,
      unsafelyFixed: """
        extensions:
          linkActions: [{ url: "https://a.de/l" }]
          customModals: [{ iframeUrl: "http://a.de/m" }]

        """)
  }

  @Test(arguments: [
    "http://localhost/x", "http://127.0.0.1:3000/", "http://[::1]/", "http://app.localhost", "https://a.de",
  ])
  func `lets the own machine pass`(url: String) {
    expectLint(HttpsUrl(), in: "app:\n  callbackUrl: \(url)\n")
  }
}
