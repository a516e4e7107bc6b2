import ManifestText
import Testing

@Suite struct RedactedTextTests {
  @Test func `hides every part of a secret`() {
    let text = redacted("id: abc\nsecret: hunter2\n", ["hunter2"])
    #expect(text.string(text.lines.source.range) == "id: abc\nsecret: •••\n")
    #expect(text.string(TextRange(utf8Offsets: 18..<20)) == "•••")
    #expect(text.string(TextRange(utf8Offsets: 14..<17)) == ": •••")
    #expect(text.pieces(of: TextRange(utf8Offsets: 0..<0)).isEmpty)
    #expect(text.pieces(of: TextRange(utf8Offsets: 16..<16)).isEmpty)
    #expect(text.pieces(of: TextRange(utf8Offsets: 90..<99)).isEmpty)
  }

  @Test func `takes overlapping secrets together`() {
    let source = SourceText(path: "", text: "abcdefgh")
    let ranges = [5..<6, 1..<3, 2..<4, 7..<7].map { TextRange(utf8Offsets: $0) }
    #expect(source.redacted(ranges).string(source.range) == "a•••e•••gh")
  }

  @Test func `gives the pieces in order, each where it stands`() {
    let text = redacted("a: secret1, b: secret2", ["secret1", "secret2"])
    let pieces = text.pieces(of: TextRange(utf8Offsets: 5..<22))
    #expect(pieces.map(\.range.utf8Offsets) == [5..<10, 10..<15, 15..<22])
    #expect(pieces.map { $0.bytes.map { String(decoding: $0, as: UTF8.self) } } == [nil, ", b: ", nil])
  }

  @Test func `masks long secrets in words that quote them`() {
    let text = redacted("a: \"f00dbabe-1234\"\nb: abc\n", ["\"f00dbabe-1234\"", "abc"])
    #expect(text.masking("'f00dbabe-1234' is 'abc'") == "'•••' is 'abc'")
    #expect(text.masking("f00dbabe-1234f00dbabe-1234!") == "•••!")
    #expect(text.masking("f00dbabe-123") == "f00dbabe-123")
    #expect(text.masking("é") == "é")
  }

  @Test(
    arguments: [
      ("x", "x"), ("${SECRET}", "${SECRET}"), ("\"${SECRET}\"", "\"${SECRET}\""), ("", ""), ("'f00d''babe'", nil),
      ("${a} f00d", nil),
    ] as [(String, String?)])
  func `shows in a secret's place only a reference to a variable`(replacement: String, shown: String?) {
    let text = redacted("a: f00dbabe1\nb: 1", ["f00dbabe1"])
    let secret = TextRange(utf8Offsets: 3..<12)
    let expected = replacement == "x" ? nil : shown
    #expect(text.replacement(of: TextEdit(range: secret, replacement: replacement)) == expected)
    let other = TextRange(utf8Offsets: 16..<17)
    #expect(text.replacement(of: TextEdit(range: other, replacement: replacement)) == replacement)
    #expect(text.replacement(of: TextEdit(range: other, replacement: "f00dbabe1")) == nil)
    #expect(text.replacement(of: TextEdit(range: TextRange(utf8Offsets: 3..<3), replacement: "\"")) == "\"")
  }

  private func redacted(_ text: String, _ secrets: [String]) -> RedactedText {
    let source = SourceText(path: "", text: text)
    let ranges = secrets.flatMap { secret in
      source.bytes.indices.filter { source.bytes[$0...].starts(with: secret.utf8) }.map {
        TextRange(utf8Offsets: $0..<$0 + secret.utf8.count)
      }
    }
    return source.redacted(ranges)
  }
}
