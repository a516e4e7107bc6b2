import ManifestLint

/// Turns places of one text into positions of messages, and back.
///
/// A byte order mark is a character like any other here: an editor that keeps it in the text counts it.
struct PositionMap {
  /// The lines of the text.
  let lines: LineTable
  /// The unit of positions.
  let encoding: PositionEncoding

  private var converter: PositionConverter

  init(_ lines: LineTable, _ encoding: PositionEncoding) {
    self.lines = lines
    self.encoding = encoding
    converter = PositionConverter(lines, columns: encoding.unit)
  }

  /// The position of a place.
  mutating func position(_ place: TextPosition) -> Message.Position {
    let length = lines.source.bytes.count
    if place.utf8Offset == 0 { return Message.Position(line: 0, character: 0) }
    let place = min(place, TextPosition(utf8Offset: length))
    let found = converter.lineColumn(at: place)
    let mark = found.line == 1 && lines.source.byteOrderMarkLength > 0 ? encoding.units(ofScalarWith: 3) : 0
    return Message.Position(line: found.line - 1, character: found.column - 1 + mark)
  }

  /// The range of a piece of the text.
  mutating func range(_ range: TextRange) -> Message.Range {
    Message.Range(start: position(range.lowerBound), end: position(range.upperBound))
  }

  /// The byte at a position; past the end of a line it is that end, past the last line the end of the text.
  func offset(of position: Message.Position) -> Int {
    let bytes = lines.source.bytes
    guard position.line < lines.count else { return bytes.count }
    let start = Int(lines.start(ofLine: position.line + 1).utf8Offset)
    let end = lines.range(ofLine: position.line + 1).utf8Offsets.upperBound
    if lines.isASCII { return min(start + position.character, max(start, end)) }
    let span = bytes.span
    var index = start
    var character = 0
    while index < end, character < position.character {
      let length = span.decodedScalar(at: index).length
      character += encoding.units(ofScalarWith: length)
      // A position inside of a character is one before it.
      if character > position.character { break }
      index += length
    }
    return index
  }

  /// The piece of the text that a range covers.
  func textRange(_ range: Message.Range) -> TextRange {
    let start = offset(of: range.start)
    return TextRange(utf8Offsets: start..<max(start, offset(of: range.end)))
  }
}
