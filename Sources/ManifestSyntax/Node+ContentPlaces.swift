public import ManifestText

extension Node {
  /// Where a piece of a scalar's content stands in the source; the offsets are those of ``content`` from 0.
  ///
  /// An escape or a folded line break is taken whole. The answer lies inside ``range``, on the boundaries of
  /// characters; of a collection it is the range itself.
  public func sourceRange(ofContent range: Range<Int>) -> TextRange {
    sourceRanges(ofContent: [range])[0]
  }

  /// Where pieces of a scalar's content stand in the source; they must be in order and without overlap.
  public func sourceRanges(ofContent ranges: [Range<Int>]) -> [TextRange] {
    let own = self.range.utf8Offsets
    guard isScalar, !ranges.isEmpty else { return ranges.map { _ in self.range } }
    let bytes = tree.source.bytes
    let isQuoted = style == .singleQuoted || style == .doubleQuoted
    let inner = isQuoted ? own.lowerBound + 1..<max(own.upperBound - 1, own.lowerBound + 1) : own
    let isVerbatim = isVerbatim
    let pieces =
      isVerbatim ? [] : ScalarPieces(bytes, own, style: style, language: tree.language, content: content).pieces
    // The piece that the search has come to, and where it begins in the content.
    var (index, offset) = (pieces.startIndex, 0)
    return ranges.map { range in
      var lower: Int?
      var upper: Int?
      if isVerbatim {
        lower = inner.lowerBound + range.lowerBound
        upper = inner.lowerBound + range.upperBound
      }
      while index < pieces.endIndex {
        let piece = pieces[index]
        let next = offset + piece.count
        if lower == nil, range.lowerBound < next {
          lower = piece.source.lowerBound + (piece.replacement == nil ? range.lowerBound - offset : 0)
        }
        if lower != nil, range.upperBound <= next {
          upper =
            piece.replacement == nil ? piece.source.lowerBound + range.upperBound - offset : piece.source.upperBound
          break
        }
        offset = next
        index += 1
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
