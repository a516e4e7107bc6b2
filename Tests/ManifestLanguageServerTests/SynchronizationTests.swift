import ManifestLint
import Testing

@testable import ManifestLanguageServer

@Suite struct SynchronizationTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 ^ state << 31
    }
  }

  private static let pieces = [
    "", "a", "ä", "🚗", "\n", "\r\n", "\r", "- name: x\n", "  ", "\u{FEFF}", "\u{2028}", "e\u{301}", "🇪🇪", "key: [1, 2]",
    "\t", "\"", "x\ny\nz",
  ]

  @Test(arguments: PositionEncoding.allCases)
  func `a document that was edited piece by piece is the one that would have been opened`(encoding: PositionEncoding) {
    var generator = Generator(state: 7)
    for round in 0..<20 {
      var document = OpenDocument(
        uri: "file:///a", languageID: "yaml", version: 0, path: "/a",
        text: round.isMultiple(of: 2) ? "" : "one\ntwo 🚗\r\n")
      var text = EditorText(document.lines.source.string(document.lines.source.range), encoding.rawValue)
      for step in 0..<100 {
        let places = [place(in: text, &generator), place(in: text, &generator)].sorted()
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        let range = text.offset(places[0].line, places[0].character)..<text.offset(places[1].line, places[1].character)
        // The reference breaks lines at line feeds alone.
        var scalars = Array(text.text.unicodeScalars)
        let next = piece.replacing("\r", with: "")
        scalars.replaceSubrange(range, with: Array(next.unicodeScalars))
        document.change(Message.Range(start: places[0], end: places[1]), to: next, encoding)
        text = EditorText(String(String.UnicodeScalarView(scalars)), encoding.rawValue)
        let source = document.lines.source
        #expect(source.bytes == Array(text.text.utf8), "round \(round), step \(step)")
        #expect(document.lines == LineTable(SourceText(path: "/a", bytes: source.bytes)))
        if source.bytes != Array(text.text.utf8) { return }
      }
    }
  }

  private func place(in text: EditorText, _ generator: inout Generator) -> Message.Position {
    let line = Int.random(in: 0..<text.lines.count, using: &generator)
    var places = [0]
    for scalar in text.lines[line].unicodeScalars where scalar != "\n" && scalar != "\r" {
      places.append(places[places.count - 1] + EditorText(String(scalar), text.encoding).length(ofLine: 0))
    }
    return Message.Position(line: line, character: places.randomElement(using: &generator) ?? 0)
  }

  @Test(arguments: PositionEncoding.allCases)
  func `every place has a position that leads back to it`(encoding: PositionEncoding) {
    for text in ["a\nä🚗\r\nb\rc", "\u{FEFF}x: 1\n🚗🚗", "", "\n", "é\n\n\n"] {
      let lines = LineTable(SourceText(path: "/a", text: text))
      var map = PositionMap(lines, encoding)
      var offset = 0
      for scalar in text.unicodeScalars {
        let position = map.position(TextPosition(utf8Offset: offset))
        let isInBreak = scalar == "\n" && offset > 0 && lines.source.bytes[offset - 1] == 13
        if !isInBreak { #expect(map.offset(of: position) == offset, "\(text.debugDescription) at \(offset)") }
        offset += UTF8.width(scalar)
      }
      #expect(map.offset(of: map.position(TextPosition(utf8Offset: offset))) == offset)
    }
  }

  @Test func `a position past an end is at the end`() {
    let map = PositionMap(LineTable(SourceText(path: "/a", text: "ab\n🚗c\n")), .utf16)
    #expect(map.offset(of: .init(line: 0, character: 99)) == 2)
    #expect(map.offset(of: .init(line: 1, character: 1)) == 3)
    #expect(map.offset(of: .init(line: 9, character: 0)) == 9)
  }
}
