import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct NameWhitespaceTests {
  @Test(arguments: [
    ("Send  quote", "name holds more than one blank in a row", "Send quote"),
    (" Send quote", "name begins with a blank", "Send quote"),
    ("Send quote ", "name ends with a blank", "Send quote"),
    ("Send\tquote", "name holds a tab", "Send quote"),
    ("Send\u{2066}quote", "name holds the invisible character U+2066", "Sendquote"),
    ("Send\u{180B}quote", "name holds the invisible character U+180B", "Sendquote"),
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
    "می‌خواهم", "क्‍ष", "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ᠋", "שלח \u{2066}PDF\u{2069}", "Prix\u{A0}: liste",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} England",
  ])
  func `lets joiners and selectors pass where they are needed`(name: String) {
    expectLint(NameWhitespace(), in: "extensions:\n  linkActions:\n    - name: '\(name)'\n")
  }

  @Test func `says what a line break is`() {
    expectLint(
      NameWhitespace(), in: "extensions:\n  linkActions:\n    - name: 1️⃣\"A\\nb\"1️⃣\n    - name: 2️⃣>\n        Send2️⃣\n",
      ["1️⃣": "name holds a line break", "2️⃣": "name ends with a line break"])
  }

  @Test(arguments: ["\\u200b\\u2060", "\\x85", "\\u00ad "])
  func `flags a name of which nothing is seen, and leaves it to its author`(name: String) {
    let text = "extensions:\n  linkActions:\n    - name: \"\(name)\"\n"
    expectLint(
      NameWhitespace(), in: "extensions:\n  linkActions:\n    - name: 1️⃣\"\(name)\"1️⃣\n",
      ["1️⃣": "name holds nothing but characters that nobody sees"], fixed: text)
  }

  @Test(arguments: ["", " ", "\\t\\ufeff"])
  func `leaves a blank name to another rule`(name: String) {
    expectLint(NameWhitespace(), in: "extensions:\n  linkActions:\n    - name: \"\(name)\"\n")
  }

  @Test func `looks at the app's name too`() {
    expectLint(
      NameWhitespace(), in: "app: { name: 1️⃣'Car  Services'1️⃣ }",
      ["1️⃣": "name holds more than one blank in a row"])
  }
}
