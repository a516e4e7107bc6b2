import Testing

@testable import ManifestReport

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("ß", 1), ("…", 1), ("•", 1), ("→", 1), ("±", 1), ("▀", 1),
    ("日", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("ア", 2), ("ｱ", 1), ("Ａ", 2), ("、", 2), ("　", 2), ("𠀀", 2),
    ("か\u{3099}", 2), ("☰", 2), ("㊙️", 2), ("😀", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🧑🏽‍🚀", 2), ("🏳️‍🌈", 2), ("🇩🇪", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
    ("❤", 1), ("❤️", 2), ("1️⃣", 2), ("⌚", 2), ("✂", 1), ("©", 1), ("ñ", 1), ("ש", 1), ("ع", 1), ("क", 1), ("कि", 2),
    ("क्ष", 2),
    ("ก็", 1), ("𝒳", 1), ("\u{1F3FD}", 2), ("🫩", 2), ("\u{600}1", 2),
  ])
  func `is what terminals give`(character: String, columns: Int) {
    #expect(character.count == 1 || character == "\u{600}1")
    #expect(DisplayWidth.columns(of: Array(character.unicodeScalars)[...]) == columns)
    #expect(DisplayText(character).width == columns)
  }

  @Test(arguments: [
    ("\u{1B}[31m", "\\u{1B}[31m"), ("\0", "\\u{00}"), ("\u{7F}", "\\u{7F}"), ("\u{9B}", "\\u{9B}"),
    ("a\u{202E}b", "a\\u{202E}b"), ("\u{200B}", "\\u{200B}"), ("\u{FEFF}", "\\u{FEFF}"), ("\u{AD}", "\\u{AD}"),
    ("\u{85}\u{2028}\u{2029}", "\\u{85}\\u{2028}\\u{2029}"), ("a\nb\r\n\tc", "a\\nb\\r\\n\\tc"),
    ("a\u{200D}b", "a\\u{200D}b"), ("\u{200D}", "\\u{200D}"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("a\u{FE0F}", "a\\u{FE0F}"), ("a\u{E0041}", "a\\u{E0041}"), ("\u{301}a", "◌\u{301}a"),
    ("e\u{301}", "e\u{301}"), ("\u{115F}", "\\u{115F}"), ("👩‍👧", "👩‍👧"), ("邊\u{E0100}", "邊\u{E0100}"),
  ])
  func `writes out what is not seen unless it does its work there`(text: String, shown: String) {
    #expect(Array(DisplayText(text).printed()) == Array(shown.utf8))
  }

  @Test func `writes invalid bytes as numbers`() {
    var text = DisplayText()
    text.append([0x61, 0xFF, 0xE2, 0x82, 0x62, 0xC3][...], at: 10, columns: .max)
    #expect(String(decoding: text.printed(), as: UTF8.self) == "a\\xFF\\xE2\\x82b\\xC3")
    #expect(text.cells.map(\.source) == [10..<11, 11..<12, 12..<13, 13..<14, 14..<15, 15..<16])
    #expect(text.cells.map(\.column) == [0, 1, 5, 9, 13, 14])
  }

  @Test func `keeps every cell narrow, however long a character is`() {
    let text = DisplayText("a" + String(repeating: "\u{301}", count: 1000) + String(repeating: "क्", count: 1000) + "क")
    #expect(text.cells.allSatisfy { $0.width <= 40 })
  }
}
