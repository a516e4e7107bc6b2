import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct NameWhitespaceTests {
  @Test(arguments: [
    ("Send  quote", "name holds more than one blank, or another than a space, in a row", "Send quote"),
    (" Send quote", "name begins or ends with a blank", "Send quote"),
    ("Send quote ", "name begins or ends with a blank", "Send quote"),
    ("Send\u{200B}quote", "name holds the invisible character U+200B", "Sendquote"),
    ("Send\u{202E}quote", "name holds the invisible character U+202E", "Sendquote"),
    ("Send\u{AD}quote", "name holds the invisible character U+00AD", "Sendquote"),
  ])
  func `flags what nobody sees, and takes it out`(name: String, message: String, fixed: String) {
    expectLint(
      NameWhitespace(), in: "extensions:\n  linkActions:\n    - name: 1️⃣'\(name)'1️⃣\n", ["1️⃣": message],
      fixed: "extensions:\n  linkActions:\n    - name: '\(fixed)'\n")
  }

  @Test(arguments: [
    "Send quote", "👨‍👩‍👧 Family", "🏳️‍🌈 Flag", "☎️ Call", "#\u{FE0F}\u{20E3} First",
    "می‌خواهم", "क्‍ष", "Prix\u{A0}: liste", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} England",
  ])
  func `lets joiners and selectors pass where they are needed`(name: String) {
    expectLint(NameWhitespace(), in: "extensions:\n  linkActions:\n    - name: '\(name)'\n")
  }

  @Test func `looks at the app's name too`() {
    expectLint(
      NameWhitespace(), in: "app: { name: 1️⃣'Car  Services'1️⃣ }",
      ["1️⃣": "name holds more than one blank, or another than a space, in a row"])
  }
}
