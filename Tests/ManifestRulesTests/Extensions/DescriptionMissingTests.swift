import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct DescriptionMissingTests {
  private static let text = """
    app: { type: public }
    extensions:
      linkActions:
        - 1️⃣name1️⃣: Send quote
        - { name: A, description: A text }
      jsonPanels:
        - { 2️⃣description2️⃣: " ", name: B }
        - { description: , name: C }
      customModals: [{ 3️⃣iframeUrl3️⃣: "https://acme.com" }]
      floatingWindow: { name: D }

    """

  @Test func `flags extensions of a public app`() {
    expectLint(
      DescriptionMissing(), in: Self.text,
      [
        "1️⃣": "link action 'Send quote' has no description for the app's listing",
        "2️⃣": "JSON panel 'B' has no description for the app's listing",
        "3️⃣": "a custom modal has no description for the app's listing",
      ])
  }

  @Test(arguments: ["private", "${TYPE}", ""])
  func `says nothing of other apps`(type: String) {
    let text = MarkedText(Self.text).text.replacing("type: public", with: "type: \"\(type)\"")
    expectLint(DescriptionMissing(), in: text)
  }
}
