import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct HttpsIframeUrlTests {
  @Test func `flags plain http in every iframe and mends it`() {
    expectLint(
      HttpsIframeUrl(),
      in: """
        extensions:
          customPanels: [{ iframeUrl: 1️⃣"http://a.de/p"1️⃣ }]
          floatingWindow: { iframeUrl: 2️⃣HTTP://a.de/w2️⃣ }
          settingsPage: { iframeUrl: 3️⃣http://localhost:3000/s3️⃣ }
        """,
      [
        "1️⃣": "the iframe URL is plain http; browsers refuse to load it inside Pipedrive",
        "2️⃣": "the iframe URL is plain http; browsers refuse to load it inside Pipedrive",
        "3️⃣": "the iframe URL is plain http; browsers refuse to load it inside Pipedrive",
      ],
      fixed: """
        extensions:
          customPanels: [{ iframeUrl: "https://a.de/p" }]
          floatingWindow: { iframeUrl: https://a.de/w }
          settingsPage: { iframeUrl: http://localhost:3000/s }
        """)
  }

  @Test(arguments: ["https://a.de", "${URL}", "https://${HOST}/x", "ftp://a.de", "a.de"])
  func `says nothing of other addresses`(url: String) {
    expectLint(HttpsIframeUrl(), in: "extensions:\n  customModals:\n    - iframeUrl: \(url)\n")
  }
}
