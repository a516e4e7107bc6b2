import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PrivateAppListingTests {
  @Test func `flags what only public apps have`() {
    expectLint(
      PrivateAppListing(),
      in: "app: { type: private }\n1️⃣listing1️⃣: {}\n2️⃣onboarding2️⃣: {}\n3️⃣review3️⃣: text\n",
      [
        "1️⃣": "a private app has no 'listing'", "2️⃣": "a private app has no 'onboarding'",
        "3️⃣": "a private app has no 'review'",
      ])
  }

  @Test(arguments: ["app: { type: public }", "app: { type: \"${TYPE}\" }", "app: {}"])
  func `says nothing of an app that is not private`(app: String) {
    expectLint(PrivateAppListing(), in: "\(app)\nlisting: {}\n")
  }

  @Test func `a key without a value is another rule's`() {
    expectLint(PrivateAppListing(), in: "app: { type: private }\nlisting:\n")
  }
}
