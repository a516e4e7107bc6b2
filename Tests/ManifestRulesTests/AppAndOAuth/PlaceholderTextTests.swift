import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PlaceholderTextTests {
  @Test(arguments: [
    ("1️⃣Lorem ipsum1️⃣ dolor", "Lorem ipsum"), ("1️⃣TODO1️⃣: write this", "TODO"), ("Price 1️⃣TBD1️⃣.", "TBD"),
    ("Ask 1️⃣[your company]1️⃣ for help", "[your company]"), ("See 1️⃣[...]1️⃣", "[...]"), ("1️⃣changeme1️⃣", "changeme"),
    ("a [link](https://a.b) and 1️⃣[a text]1️⃣", "[a text]"),
  ])
  func `flags what waits to be written`(text: String, placeholder: String) {
    expectLint(
      PlaceholderText(), in: "listing:\n  description: \"\(text)\"\n", ["1️⃣": "'\(placeholder)' is a placeholder"])
  }

  @Test(arguments: [
    "Todo lists", "Mastodon", "para todo el mundo", "[a link](https://a.b)", "[a link][ref]", "[ref]: https://a.b",
    "[x] done", "[1] a note", "a[0]", "${TODO}", "My app list", "TODOS", "[", "]", "[]", "[[]]", "[a\nb]", "🚗 [12]",
  ])
  func `lets finished texts pass`(text: String) {
    let written = text.replacing("\n", with: "\\n")
    expectLint(PlaceholderText(), in: "listing:\n  description: \"\(written)\"\n")
  }

  @Test func `looks at every text that users read`() {
    expectLint(
      PlaceholderText(),
      in: """
        app: { name: 1️⃣My App1️⃣, x-note: TODO }
        extensions:
          linkActions: [{ name: Send TODO1, description: 2️⃣TODO2️⃣, url: https://acme.com/TODO }]
          jsonPanels: [{ actions: [{ name: Open 3️⃣TBD3️⃣ }] }]
        onboarding: { blocks: [{ title: 4️⃣TBD4️⃣ }], video: { description: 5️⃣TBD5️⃣ } }
        review: { useCase: 6️⃣TBD6️⃣ }

        """,
      [
        "1️⃣": "'My App' is a placeholder", "2️⃣": "'TODO' is a placeholder", "3️⃣": "'TBD' is a placeholder",
        "4️⃣": "'TBD' is a placeholder", "5️⃣": "'TBD' is a placeholder", "6️⃣": "'TBD' is a placeholder",
      ])
  }
}
