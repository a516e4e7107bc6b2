import ManifestText
import Testing

@Suite struct LineTableTests {
  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\nb", ["a", "b"]), ("a\r\nb\rc\n\nd", ["a", "b", "c", "", "d"]),
    ("\r\r\n\n\r", ["", "", "", "", ""]), ("a\u{2028}b\u{85}c\u{B}d", ["a\u{2028}b\u{85}c\u{B}d"]),
  ])
  func `breaks lines at line feeds, carriage returns and pairs of them`(text: String, lines: [String]) {
    let table = LineTable(SourceText(path: "", text: text))
    #expect(table.count == lines.count)
    for (index, line) in lines.enumerated() {
      let range = table.range(ofLine: index + 1)
      #expect(Array(table.source.slice(range)) == Array(line.utf8))
      #expect(table.line(at: range.lowerBound) == index + 1)
      #expect(table.line(at: range.upperBound) == index + 1)
      #expect(table.start(ofLine: index + 1) == range.lowerBound)
    }
  }

  @Test func `leaves a byte order mark out of the first line`() {
    let table = LineTable(SourceText(path: "", text: "\u{FEFF}a\nb"))
    #expect(table.range(ofLine: 1) == TextRange(utf8Offsets: 3..<4))
    #expect(table.start(ofLine: 1) == TextPosition(utf8Offset: 0))
    #expect(table.line(at: TextPosition(utf8Offset: 1)) == 1)
    #expect(LineTable(SourceText(path: "", text: "\u{FEFF}")).range(ofLine: 1) == TextRange(utf8Offsets: 3..<3))
  }

  @Test func `puts what is past the end on the last line`() {
    let table = LineTable(SourceText(path: "", text: "a\nb"))
    #expect(table.line(at: TextPosition(utf8Offset: 99)) == 2)
  }

  @Test func `knows whether all bytes are ASCII`() {
    #expect(LineTable(SourceText(path: "", text: "a\u{7F}\n")).isASCII)
    #expect(!LineTable(SourceText(path: "", text: "é")).isASCII)
    #expect(!LineTable(SourceText(path: "", bytes: [0x80])).isASCII)
  }
}
