import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct UrlReservedParameterTests {
  @Test func `knows what is added to which kind of address`() {
    expectLint(
      UrlReservedParameter(),
      in: """
        app: { callbackUrl: "https://acme.com/cb?1️⃣code=11️⃣&resource=2" }
        oauth: { installationUrl: "https://acme.com/install?state=1&code=2&view=3" }
        extensions:
          linkActions: [{ url: "https://acme.com?a=b&2️⃣%66ilter=x2️⃣&token=1" }]
          jsonModals: [{ apiEndpoint: "https://acme.com?3️⃣invoker3️⃣&filter=x" }]
          jsonPanels: [{ apiEndpoint: "https://acme.com?4️⃣isShared=4️⃣&form=x", actions: [{ url: "https://acme.com?5️⃣view=x5️⃣" }] }]
          customModals: [{ iframeUrl: "https://acme.com?6️⃣data=16️⃣&filter=2&data=3" }]
          customPanels: [{ iframeUrl: "https://acme.com?7️⃣theme=dark7️⃣&data=3&View=list" }]
          floatingWindow: { iframeUrl: "https://acme.com?view=list&8️⃣id=38️⃣" }
        listing: { websiteUrl: "https://acme.com?id=1&view=2" }

        """,
      [
        "1️⃣": "Pipedrive adds a parameter 'code' of its own to the callback URL",
        "2️⃣": "Pipedrive adds a parameter 'filter' of its own to this address",
        "3️⃣": "Pipedrive adds a parameter 'invoker' of its own to this address",
        "4️⃣": "Pipedrive adds a parameter 'isShared' of its own to this address",
        "5️⃣": "Pipedrive adds a parameter 'view' of its own to this address",
        "6️⃣": "Pipedrive adds a parameter 'data' of its own to this address",
        "7️⃣": "Pipedrive adds a parameter 'theme' of its own to this address",
        "8️⃣": "Pipedrive adds a parameter 'id' of its own to this address",
      ])
  }

  @Test(arguments: [
    "https://acme.com/code=1", "https://acme.com/?barcode=1", "https://acme.com/?${REST}", "https://acme.com/?a=code=1",
    "https://acme.com/#?code=1", "https://acme.com/${QUERY:-?region=eu}",
  ])
  func `lets other names pass`(url: String) {
    expectLint(UrlReservedParameter(), in: "app: { callbackUrl: \"\(url)\" }\n")
  }

  @Test func `looks into the value of a variable, and marks the whole address then`() {
    expectLint(
      UrlReservedParameter(), in: "app: { callbackUrl: 1️⃣\"https://acme.com/${QUERY:-?state=eu}\"1️⃣ }\n",
      ["1️⃣": "Pipedrive adds a parameter 'state' of its own to the callback URL"])
  }
}
