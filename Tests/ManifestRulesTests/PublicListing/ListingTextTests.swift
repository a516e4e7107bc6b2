import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ListingTextTests {
  @Test func `marks each piece`() {
    expectLint(
      ListingText(),
      in: """
        listing:
          summary: 1️⃣The best CRM1️⃣ integration, 2️⃣unmatched2️⃣
          description: See 3️⃣https://acme.com/features3️⃣, or 4️⃣bit.ly/cars4️⃣.
          instructions: Open https://app.acme.com/settings, then 5️⃣https://bit.ly/cars5️⃣

        """,
      [
        "1️⃣": "'The best CRM' is a claim that nobody can check", "2️⃣": "'unmatched' is a claim that nobody can check",
        "3️⃣": "the text holds the address 'https://acme.com/features', which nobody can follow there",
        "4️⃣": "the address 'bit.ly/cars' hides where it leads",
        "5️⃣": "the address 'https://bit.ly/cars' hides where it leads",
      ])
  }

  @Test func `a private app has no listing to speak of`() {
    expectLint(ListingText(), in: "app: { type: private }\nlisting: { summary: The best CRM }\n")
  }
}
