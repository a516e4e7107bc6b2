import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct UrlFragmentTests {
  @Test func `flags a fragment where Pipedrive adds a query`() {
    expectLint(
      UrlFragment(),
      in: """
        app: { callbackUrl: "https://acme.com/cb1️⃣#/done1️⃣" }
        oauth: { installationUrl: "https://acme.com/#install" }
        extensions:
          linkActions: [{ url: "https://acme.com/?a=b2️⃣#2️⃣" }]
          customPanels: [{ iframeUrl: "https://${HOST}/3️⃣#/${PAGE}3️⃣" }]
          settingsPage: { url: "https://acme.com/#settings" }
        listing: { termsUrl: "https://acme.com/legal#terms" }

        """,
      [
        "1️⃣": "the callback URL has a fragment, which OAuth forbids",
        "2️⃣": "the address has a fragment; what Pipedrive adds to the query may get lost",
        "3️⃣": "the address has a fragment; what Pipedrive adds to the query may get lost",
      ])
  }

  @Test func `lets an address pass without one, with an escaped one, and one that nothing is added to`() {
    expectLint(
      UrlFragment(),
      in: """
        app: { callbackUrl: "https://acme.com/cb%23done" }
        extensions: { linkActions: [{ url: "https://acme.com/?a=%23" }] }
        listing: { supportUrl: "https://acme.com/#support" }

        """)
  }
}
