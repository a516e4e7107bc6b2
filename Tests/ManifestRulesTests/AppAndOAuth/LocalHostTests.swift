import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct LocalHostTests {
  private func levels(_ text: String, _ stage: Stage) -> [Severity] {
    Linter(RuleSet([LocalHost()]), schemas: [:]).lint(SourceText(path: "x.yaml", text: text), .init(stage: stage))
      .diagnostics.map(\.severity)
  }

  @Test func `says who cannot reach the host`() {
    expectLint(
      LocalHost(),
      in: """
        app: { callbackUrl: 1️⃣"http://localhost:3000/cb"1️⃣ }
        oauth: { installationUrl: "http://intranet/install" }
        extensions:
          linkActions: [{ url: "https://crm.acme.local/x" }, { url: 2️⃣"http://[::1]/"2️⃣ }]
          jsonModals: [{ apiEndpoint: 3️⃣"https://192.168.2.1/x"3️⃣ }]
          jsonPanels: [{ apiEndpoint: 4️⃣"https://api.acme.internal/x"4️⃣ }]
          customPanels: [{ iframeUrl: 5️⃣"https://intranet/x"5️⃣ }, { iframeUrl: "https://${HOST}:3000/x" }]

        """,
      [
        "1️⃣": "the callback URL leads to the developer's own machine; uninstall requests never arrive there",
        "2️⃣": "'::1' leads to the machine of whoever opens it",
        "3️⃣": "'192.168.2.1' is in a private network; Pipedrive cannot reach it",
        "4️⃣": "'api.acme.internal' is known in a local network only; Pipedrive cannot reach it",
        "5️⃣": "'intranet' is known in a local network only; the iframe does not load elsewhere",
      ])
  }

  @Test func `is an error when live, and information for a loopback callback in a draft`() {
    let callback = "app: { callbackUrl: http://localhost/cb }"
    #expect(levels(callback, .draft) == [.info])
    #expect(levels(callback, .live) == [.error])
    expectLint(
      LocalHost(), in: "app: { status: live, callbackUrl: 1️⃣http://localhost/cb1️⃣ }\n",
      ["1️⃣": "the callback URL of a live app leads users to their own machine; uninstall requests never arrive"])
    let other = "app: { callbackUrl: http://10.0.0.1/cb }"
    #expect(levels(other, .draft) == [.warning])
    #expect(levels(other, .live) == [.error])
  }
}
