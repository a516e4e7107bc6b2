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
        text: round.isMultiple(of: 2) ? "" : "one\ntwo 🚗\r\n", encoding)
      var text = EditorText(document.lines.source.string(document.lines.source.range), encoding.rawValue)
      for step in 0..<100 {
        let places = [place(in: text, &generator), place(in: text, &generator)].sorted()
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        let range = text.offset(places[0].line, places[0].character)..<text.offset(places[1].line, places[1].character)
        // The reference breaks lines at line feeds alone.
        var scalars = Array(text.text.unicodeScalars)
        let next = piece.replacing("\r", with: "")
        scalars.replaceSubrange(range, with: Array(next.unicodeScalars))
        document.change { $0.replace(Message.Range(start: places[0], end: places[1]), with: next) }
        text = EditorText(String(String.UnicodeScalarView(scalars)), encoding.rawValue)
        let source = document.lines.source
        #expect(source.bytes == Array(text.text.utf8), "round \(round), step \(step)")
        #expect(document.lines == LineTable(SourceText(path: "/a", bytes: source.bytes)))
        if source.bytes != Array(text.text.utf8) { return }
      }
    }
  }

  @Test(arguments: PositionEncoding.allCases, [1, 3, 8])
  func `changes of a text in chunks are those of the whole text`(encoding: PositionEncoding, chunkLength: Int) {
    var generator = Generator(state: UInt64(chunkLength))
    for _ in 0..<20 {
      var bytes: [UInt8] = []
      var text = ChunkedText("", encoding, chunkLength: chunkLength)
      for step in 0..<200 {
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        if step.isMultiple(of: 97) {
          bytes = Array((piece + piece).utf8)
          text.replaceAll(with: piece + piece)
        }
        let map = PositionMap(LineTable(SourceText(path: "/a", bytes: bytes)), encoding)
        let line = Int.random(in: 0...map.lines.count, using: &generator)
        // Some are before the other one, or past an end.
        let range = Message.Range(
          start: Message.Position(line: line, character: Int.random(in: 0..<9, using: &generator)),
          end: Message.Position(
            line: max(0, line + Int.random(in: -1...1, using: &generator)),
            character: Int.random(in: 0..<9, using: &generator)))
        bytes.replaceSubrange(map.textRange(range).utf8Offsets, with: piece.utf8)
        text.replace(range, with: piece)
        #expect(text.bytes == bytes, "step \(step)")
        if text.bytes != bytes { return }
      }
    }
  }

  @Test(arguments: ["a: 1\n", "ä", "🚗\r\n", "\r"])
  func `a change touches a few chunks, wherever it is and however many there were`(unit: String) {
    var text = ChunkedText(String(repeating: unit, count: 30_000 / unit.utf8.count), .utf16, chunkLength: 128)
    var generator = Generator(state: 3)
    for index in 0..<2_000 {
      let place = Message.Position(
        line: Int.random(in: 0..<6_000, using: &generator), character: Int.random(in: 0..<15_000, using: &generator))
      text.replace(.init(start: place, end: place), with: index.isMultiple(of: 3) ? "b\r\n" : "b")
    }
    let lengths = text.chunks.map(\.bytes.count)
    #expect(lengths.max() ?? 0 <= 256)
    #expect(lengths.count <= 2 * 34_000 / 128)
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
