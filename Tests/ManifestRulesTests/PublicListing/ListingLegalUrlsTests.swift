import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ListingLegalUrlsTests {
  @Test func `flags pages that are one`() {
    expectLint(
      ListingLegalUrls(),
      in: """
        listing:
          privacyUrl: 1️⃣https://acme.com/legal1️⃣
          termsUrl: HTTP://ACME.com/legal
          websiteUrl: https://acme.com/

        """,
      ["1️⃣": "'privacyUrl' is the same address as 'termsUrl'"])
    expectLint(
      ListingLegalUrls(), in: "listing:\n  termsUrl: 1️⃣https://acme.com/1️⃣\n  websiteUrl: https://acme.com\n",
      ["1️⃣": "'termsUrl' is the same address as 'websiteUrl'"])
  }

  @Test(arguments: [
    ("https://acme.com/legal#terms", "https://acme.com/legal#privacy"), ("https://acme.com/a", "https://acme.com/A"),
    ("https://${HOST}/legal", "https://${HOST}/legal"), ("x", "x"), ("", ""),
    ("https://acme.com/?p=1", "https://acme.com/?p=2"),
  ])
  func `lets different pages pass`(terms: String, privacy: String) {
    expectLint(ListingLegalUrls(), in: "listing: { termsUrl: \"\(terms)\", privacyUrl: \"\(privacy)\" }\n")
  }
}
