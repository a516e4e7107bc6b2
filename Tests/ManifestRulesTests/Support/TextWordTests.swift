import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct TextWordTests {
  @Test func `splits at everything but letters and digits`() {
    #expect(TextWord.all(in: "Add: a (beta-2) Über'n").map(\.text) == ["Add", "a", "beta", "2", "Über", "n"])
    #expect(TextWord.all(in: "é x").map(\.offsets) == [0..<2, 3..<4])
    #expect(TextWord.all(in: "e\u{301}a").map(\.text) == ["e\u{301}a"])
    #expect(TextWord.all(in: " -").isEmpty)
  }
}
