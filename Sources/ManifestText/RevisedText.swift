/// A text and what edits have made of it, one set after the other, with what is still the same.
public struct RevisedText: Hashable, Sendable {
  /// A piece of the original and what stands in its place; where one of them is empty, something came or went.
  public struct Change: Hashable, Sendable {
    /// The bytes of the original.
    public var original: Range<Int>
    /// The bytes of the text as it is now.
    public var current: Range<Int>
  }

  /// A run of bytes of the text as it is now.
  private struct Piece: Hashable, Sendable {
    /// Where it stands in the original; `nil` for what an edit put in.
    var origin: Int?
    var count: Int
  }

  /// The text before the first edit.
  public let original: SourceText
  /// The text as it is now.
  public private(set) var current: SourceText
  private var pieces: [Piece]

  /// A text that is not edited yet.
  public init(_ original: SourceText) {
    self.original = original
    current = original
    pieces = [Piece(origin: 0, count: original.bytes.count)]
  }

  /// Applies edits of the text as it is now, which do not overlap.
  public mutating func apply(_ edits: [TextEdit]) {
    var later = RevisedText(current)
    later.pieces = []
    var offset = 0
    func keep(upTo end: Int) {
      if offset < end { later.pieces.append(Piece(origin: offset, count: end - offset)) }
    }
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let range = edit.range.utf8Offsets
      keep(upTo: range.lowerBound)
      let count = edit.replacement.utf8.count
      if count > 0 { later.pieces.append(Piece(origin: nil, count: count)) }
      offset = range.upperBound
    }
    keep(upTo: current.bytes.count)
    later.current = current.applying(edits)
    append(later)
  }

  /// Applies what became of the text as it is now in somebody else's hands.
  public mutating func append(_ later: RevisedText) {
    precondition(later.original.bytes == current.bytes, "the changes of another text than that of '\(current.path)'")
    var result: [Piece] = []
    var index = 0
    /// Where the piece at the index begins in the text as it is now.
    var start = 0
    for piece in later.pieces {
      guard let origin = piece.origin else {
        result.append(piece)
        continue
      }
      var offset = origin
      while offset < origin + piece.count {
        while start + pieces[index].count <= offset {
          start += pieces[index].count
          index += 1
        }
        let count = min(origin + piece.count, start + pieces[index].count) - offset
        let taken = offset - start
        result.append(Piece(origin: pieces[index].origin.map { $0 + taken }, count: count))
        offset += count
      }
    }
    pieces = result
    current = later.current
  }

  /// What differs, in order.
  public var changes: [Change] {
    var changes: [Change] = []
    var (originalEnd, currentEnd) = (0, 0)
    var offset = 0
    func add(_ originalStart: Int, _ currentStart: Int) {
      if originalEnd < originalStart || currentEnd < currentStart {
        changes.append(Change(original: originalEnd..<originalStart, current: currentEnd..<currentStart))
      }
    }
    for piece in pieces {
      if let origin = piece.origin {
        add(origin, offset)
        (originalEnd, currentEnd) = (origin + piece.count, offset + piece.count)
      }
      offset += piece.count
    }
    add(original.bytes.count, offset)
    return changes
  }
}
