/// The replacement of a piece of a text by another.
public struct TextEdit: Hashable, Sendable {
  /// What is replaced; an empty range inserts.
  public var range: TextRange
  /// What stands there afterwards; an empty text deletes.
  public var replacement: String

  /// Puts the two together.
  public init(range: TextRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension SourceText {
  /// The text after the edits, which are in order and do not overlap.
  public func applying(_ edits: [TextEdit]) -> SourceText {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let range = edit.range.utf8Offsets
      precondition(range.lowerBound >= offset, "edits overlap at byte \(range.lowerBound)")
      result.append(contentsOf: bytes[offset..<range.lowerBound])
      result.append(contentsOf: edit.replacement.utf8)
      offset = range.upperBound
    }
    result.append(contentsOf: bytes[offset...])
    return SourceText(path: path, bytes: result)
  }
}
