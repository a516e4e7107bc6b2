import ManifestLint

/// A text that is changed in many places, one after the other.
///
/// It is held in chunks of some kilobytes, each with how many lines and units it holds. A change looks at these counts and at
/// the bytes of a few chunks, so that what ten thousand changes cost hardly depends on how long the text is.
struct ChunkedText {
  /// A piece of the text.
  struct Chunk {
    let bytes: [UInt8]
    /// How many lines end in it.
    let lineBreaks: Int
    /// How many units its characters take.
    let units: Int
  }

  /// A byte, or the end of a chunk.
  private struct Place: Comparable {
    var chunk: Int
    var offset: Int

    static func < (lhs: Self, rhs: Self) -> Bool { (lhs.chunk, lhs.offset) < (rhs.chunk, rhs.offset) }
  }

  /// The pieces, one at least, none of which ends inside of a character or of a line break.
  private(set) var chunks: [Chunk]

  private let encoding: PositionEncoding
  private let chunkLength: Int

  /// Takes a text; a chunk is cut where it has grown to twice the length of chunks.
  init(_ text: String, _ encoding: PositionEncoding, chunkLength: Int = 4096) {
    self.encoding = encoding
    self.chunkLength = chunkLength
    chunks = []
    replaceAll(with: text)
  }

  /// The whole text.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(chunks.reduce(0) { $0 + $1.bytes.count })
    for chunk in chunks { bytes += chunk.bytes }
    return bytes
  }

  /// Replaces everything.
  mutating func replaceAll(with text: String) {
    chunks = cut(Array(text.utf8))
  }

  /// Replaces a piece; a position that does not exist is the last one before it, as in ``PositionMap``.
  mutating func replace(_ range: Message.Range, with text: String) {
    let start = place(of: range.start)
    let end = max(start, place(of: range.end))
    var bytes = chunks[start.chunk].bytes[..<start.offset] + text.utf8
    bytes += chunks[end.chunk].bytes[end.offset...]
    var (first, next) = (start.chunk, end.chunk + 1)
    // What stands at an edge may now be half of a line break.
    if first > 0, chunks[first - 1].bytes.last == UInt8(ascii: "\r"),
      bytes.first ?? UInt8(ascii: "\n") == UInt8(ascii: "\n")
    {
      first -= 1
      bytes = chunks[first].bytes + bytes
    }
    if next < chunks.count, bytes.last == UInt8(ascii: "\r") {
      bytes += chunks[next].bytes
      next += 1
    }
    let isAll = first == 0 && next == chunks.count
    chunks.replaceSubrange(first..<next, with: bytes.isEmpty && !isAll ? [] : cut(Array(bytes)))
  }

  private func place(of position: Message.Position) -> Place {
    guard let start = start(ofLine: position.line) else {
      return Place(chunk: chunks.count - 1, offset: chunks[chunks.count - 1].bytes.count)
    }
    return place(start, advancedBy: position.character)
  }

  /// Where a line, counted from 0, begins; `nil` if there are not as many.
  private func start(ofLine line: Int) -> Place? {
    if line == 0 { return Place(chunk: 0, offset: 0) }
    var left = line
    for (index, chunk) in chunks.enumerated() {
      if chunk.lineBreaks < left {
        left -= chunk.lineBreaks
        continue
      }
      let bytes = chunk.bytes.span
      var offset = 0
      while left > 0 {
        if Self.endsLine(bytes, offset) { left -= 1 }
        offset += 1
      }
      return Place(chunk: index, offset: offset)
    }
    return nil
  }

  /// The place so many units on, or the end of the line.
  private func place(_ start: Place, advancedBy units: Int) -> Place {
    var (place, left) = (start, units)
    while left > 0 {
      let chunk = chunks[place.chunk]
      if place.offset == 0, chunk.lineBreaks == 0, chunk.units <= left {
        left -= chunk.units
        place.offset = chunk.bytes.count
      }
      let bytes = chunk.bytes.span
      while left > 0, place.offset < bytes.count {
        if bytes[place.offset] == UInt8(ascii: "\n") || bytes[place.offset] == UInt8(ascii: "\r") { return place }
        let length = bytes.decodedScalar(at: place.offset).length
        left -= encoding.units(ofScalarWith: length)
        // A position inside of a character is one before it.
        if left < 0 { return place }
        place.offset += length
      }
      if left == 0 || place.chunk == chunks.count - 1 { return place }
      place = Place(chunk: place.chunk + 1, offset: 0)
    }
    return place
  }

  /// Makes chunks of a text: one if it is short or empty.
  private func cut(_ bytes: [UInt8]) -> [Chunk] {
    if bytes.count <= 2 * chunkLength { return [chunk(bytes)] }
    var result: [Chunk] = []
    var start = 0
    while start < bytes.count {
      var end = min(start + chunkLength, bytes.count)
      while end < bytes.count, UTF8.isContinuation(bytes[end]) { end += 1 }
      if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
      result.append(chunk(Array(bytes[start..<end])))
      start = end
    }
    return result
  }

  private func chunk(_ bytes: [UInt8]) -> Chunk {
    let span = bytes.span
    var (offset, lineBreaks, units) = (0, 0, 0)
    while offset < span.count {
      if Self.endsLine(span, offset) { lineBreaks += 1 }
      let length = span.decodedScalar(at: offset).length
      units += encoding.units(ofScalarWith: length)
      offset += length
    }
    return Chunk(bytes: bytes, lineBreaks: lineBreaks, units: units)
  }

  /// Whether a byte is the last one of a line break.
  private static func endsLine(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    if bytes[offset] == UInt8(ascii: "\n") { return true }
    return bytes[offset] == UInt8(ascii: "\r")
      && !(offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n"))
  }
}
