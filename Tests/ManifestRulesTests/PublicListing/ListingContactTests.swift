import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ListingContactTests {
  @Test func `names all that is missing at once`() {
    expectLint(
      ListingContact(), in: "1️⃣listing1️⃣: { summary: A, supportEmail: '' }\n",
      ["1️⃣": "the listing has no pricing page, no way to get support and no instructions; reviewers ask for it"])
    expectLint(
      ListingContact(), in: "1️⃣listing1️⃣: { pricingUrl: a, supportUrl: b }\n",
      ["1️⃣": "the listing has no instructions; reviewers ask for it"])
  }

  @Test(arguments: [
    "listing: { pricingUrl: a, supportUrl: b, instructions: c }",
    "listing: { pricingUrl: a, supportEmail: b, instructions: c }",
    "listing: { pricingUrl: , supportEmail: , instructions: }", "listing: text", "listing:", "app: { type: public }",
    "app: { type: private }\nlisting: {}",
  ])
  func `says nothing where they are there, or something else is wrong`(text: String) {
    expectLint(ListingContact(), in: text)
  }
}
