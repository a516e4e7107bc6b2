import ManifestText
import ManifestTestSupport
import Testing

@Suite struct PositionConverterTests {
  @Test(arguments: [
    (ColumnUnit.characters, [1, 2, 3, 4, 5]), (.unicodeScalars, [1, 2, 4, 5, 10]), (.utf16CodeUnits, [1, 2, 4, 6, 14]),
    (.utf8Bytes, [1, 3, 6, 10, 28]),
  ])
  func `counts columns in every unit`(unit: ColumnUnit, columns: [Int]) {
    // é, e with a combining accent, a mathematical letter, a family of three
    let characters = ["é", "e\u{301}", "𝒳", "👩‍👩‍👧"]
    var converter = PositionConverter(SourceText(path: "", text: "x\n" + characters.joined()), columns: unit)
    var offset = 2
    for (character, column) in zip(characters + [""], columns) {
      #expect(converter.lineColumn(at: TextPosition(utf8Offset: offset)) == LineColumn(line: 2, column: column))
      offset += character.utf8.count
    }
  }

  @Test(arguments: ["a\nb", "a\r\nb", "a\rb"])
  func `puts what is inside of a line break at the end of its line`(text: String) {
    for unit in ColumnUnit.allCases {
      var converter = PositionConverter(SourceText(path: "", text: text), columns: unit)
      for offset in 1..<text.utf8.count - 1 {
        #expect(converter.lineColumn(at: TextPosition(utf8Offset: offset)) == LineColumn(line: 1, column: 2))
      }
      let end = TextPosition(utf8Offset: text.utf8.count)
      #expect(converter.lineColumn(at: end) == LineColumn(line: 2, column: 2))
      #expect(converter.lineColumn(at: TextPosition(utf8Offset: 1000)) == LineColumn(line: 2, column: 2))
    }
  }

  @Test func `does not count a byte order mark`() {
    for unit in ColumnUnit.allCases {
      var converter = PositionConverter(SourceText(path: "", text: "\u{FEFF}ab"), columns: unit)
      #expect(converter.lineColumn(at: TextPosition(utf8Offset: 4)) == LineColumn(line: 1, column: 2))
      #expect(converter.lineColumn(at: TextPosition(utf8Offset: 0)) == LineColumn(line: 1, column: 1))
    }
  }

  @Test func `counts every invalid byte as one`() {
    // A lead byte without the rest, a surrogate, an overlong form, and what is past U+10FFFF.
    for invalid: [UInt8] in [[0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0xFF]] {
      for unit in ColumnUnit.allCases {
        var converter = PositionConverter(SourceText(path: "", bytes: [0x61] + invalid + [0x62]), columns: unit)
        for offset in 0...invalid.count + 2 {
          #expect(converter.lineColumn(at: TextPosition(utf8Offset: offset)).column == offset + 1)
        }
        #expect(unit.count(invalid[...]) == invalid.count)
      }
    }
  }

  @Test func `agrees with a plain count, in whatever order it is asked`() {
    var random = SeededGenerator(seed: 1)
    let alphabet: [String] = [
      "a", " ", "é", "e\u{301}", "\u{301}", "日", "𝒳", "👩‍👩‍👧", "🇩🇪", "🇩", "\u{200D}", "क्ष", "\n", "\r", "\r\n", "\u{2028}",
      "\0",
      "\u{0600}",
    ]
    for _ in 0..<100 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &random) { text += alphabet.randomElement(using: &random) ?? "" }
      // Long enough that places are remembered.
      if Bool.random(using: &random) { text += String(repeating: text.filter { !$0.isNewline } + "é", count: 100) }
      let source = SourceText(path: "", text: text)
      for unit in ColumnUnit.allCases {
        var converter = PositionConverter(source, columns: unit)
        for _ in 0..<30 {
          let offset = Int.random(in: 0...source.bytes.count, using: &random)
          let place = converter.lineColumn(at: TextPosition(utf8Offset: offset))
          #expect(place == plainCount(to: offset, in: text, unit), "offset \(offset) of \(text.debugDescription)")
        }
      }
    }
  }

  /// Lines and columns counted in the most obvious way.
  private func plainCount(to offset: Int, in text: String, _ unit: ColumnUnit) -> LineColumn {
    var lines: [String.UnicodeScalarView] = ["".unicodeScalars]
    var starts = [0]
    var position = 0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      position += UTF8.width(scalar)
      if scalar == "\n", previous == "\r" {
        starts[starts.count - 1] = position
      } else if scalar == "\n" || scalar == "\r" {
        lines.append("".unicodeScalars)
        starts.append(position)
      } else {
        lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    guard let line = starts.lastIndex(where: { $0 <= offset }) else {
      // Between the two halves of the only line break before it.
      return LineColumn(line: 1, column: 1)
    }
    var column = 1
    var rest = offset - starts[line]
    let content = String(lines[line])
    switch unit {
    case .characters:
      for character in content {
        rest -= character.utf8.count
        if rest < 0 { break }
        column += 1
      }
    case .utf16CodeUnits, .unicodeScalars:
      for scalar in content.unicodeScalars {
        rest -= UTF8.width(scalar)
        if rest < 0 { break }
        column += unit == .utf16CodeUnits ? UTF16.width(scalar) : 1
      }
    case .utf8Bytes: column += min(rest, content.utf8.count)
    }
    return LineColumn(line: line + 1, column: column)
  }

  @Test func `stays linear on one long line with ends far from their starts`() {
    let text = String(repeating: "é😀e\u{301} ", count: 50_000)
    let source = SourceText(path: "", text: text)
    var converter = PositionConverter(source, columns: .characters)
    let characters = 4
    let bytes = "é😀e\u{301} ".utf8.count
    // Counted anew from the line's start, this would be 20,000 times half a megabyte.
    for index in stride(from: 0, to: 50_000, by: 5) {
      let start = converter.lineColumn(at: TextPosition(utf8Offset: index * bytes))
      let end = converter.lineColumn(at: TextPosition(utf8Offset: source.bytes.count))
      #expect(start.column == index * characters + 1)
      #expect(end.column == 200_001)
    }
  }
}
