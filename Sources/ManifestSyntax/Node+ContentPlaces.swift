public import ManifestText

extension Node {
  /// Where a piece of a scalar's content stands in the source; the offsets are those of ``content`` from 0.
  ///
  /// An escape or a folded line break is taken whole. The answer lies inside ``range``, on the boundaries of
  /// characters; of a collection it is the range itself.
  public func sourceRange(ofContent range: Range<Int>) -> TextRange {
    sourceRanges(ofContent: [range])[0]
  }

  /// Where several pieces of a scalar's content stand, in order of their starts; the text is gone through once.
  public func sourceRanges(ofContent ranges: [Range<Int>]) -> [TextRange] {
    guard isScalar else { return ranges.map { _ in range } }
    let own = range.utf8Offsets
    let bytes = tree.source.bytes
    let isQuoted = style == .singleQuoted || style == .doubleQuoted
    let inner = isQuoted ? own.lowerBound + 1..<max(own.upperBound - 1, own.lowerBound + 1) : own
    var cursor: PieceCursor?
    if !isVerbatim {
      cursor = PieceCursor(ScalarPieces(bytes, own, style: style, language: tree.language, content: content).pieces)
    }
    return ranges.map { range in
      var (lower, upper): (Int?, Int?) = (inner.lowerBound + range.lowerBound, inner.lowerBound + range.upperBound)
      if cursor != nil {
        lower = cursor?.start(at: range.lowerBound)
        upper = cursor?.end(at: range.upperBound)
      }
      let start = min(max(lower ?? inner.upperBound, inner.lowerBound), inner.upperBound)
      let end = range.isEmpty ? start : min(max(upper ?? inner.upperBound, start), inner.upperBound)
      return TextRange(utf8Offsets: Self.wholeCharacters(start..<end, in: bytes))
    }
  }

  /// The range, widened to the boundaries of characters.
  private static func wholeCharacters(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < bytes.count, end > start, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start..<max(start, end)
  }
}

/// Goes through the pieces of a scalar from one place of its content to the next.
private struct PieceCursor {
  private let pieces: [ScalarPieces.Piece]
  private var index = 0
  /// Where the piece begins in the content.
  private var offset = 0

  init(_ pieces: [ScalarPieces.Piece]) {
    self.pieces = pieces
  }

  /// Moves to the piece of a byte of the content, and says where that stands in the source; `nil` behind the last.
  mutating func start(at place: Int) -> Int? {
    while index < pieces.count, place >= offset + pieces[index].count { advance() }
    guard index < pieces.count else { return nil }
    let piece = pieces[index]
    return piece.source.lowerBound + (piece.replacement == nil ? place - offset : 0)
  }

  /// Where what ends at a byte of the content, and begins in the present piece, ends in the source.
  func end(at place: Int) -> Int? {
    var cursor = self
    while cursor.index < pieces.count, place > cursor.offset + pieces[cursor.index].count { cursor.advance() }
    guard cursor.index < pieces.count else { return nil }
    let piece = pieces[cursor.index]
    return piece.replacement == nil ? piece.source.lowerBound + place - cursor.offset : piece.source.upperBound
  }

  private mutating func advance() {
    offset += pieces[index].count
    index += 1
  }
}
