/// A place between two bytes of a text.
public struct TextPosition: Hashable, Sendable {
  /// The bytes before it, in UTF-8, a byte order mark included.
  public var utf8Offset: UInt32

  /// The place that many UTF-8 bytes into the text.
  public init(utf8Offset: Int) {
    self.utf8Offset = UInt32(utf8Offset)
  }
}

// MARK: - Comparable

extension TextPosition: Comparable {
  public static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.utf8Offset < rhs.utf8Offset
  }
}

/// A half-open piece of a text: the first byte that belongs to it, and the first after it that does not.
public typealias TextRange = Range<TextPosition>

extension TextRange {
  /// The range that covers these UTF-8 offsets.
  public init(utf8Offsets offsets: Range<Int>) {
    self = TextPosition(utf8Offset: offsets.lowerBound)..<TextPosition(utf8Offset: offsets.upperBound)
  }

  /// The range as offsets of UTF-8 bytes.
  public var utf8Offsets: Range<Int> {
    Int(lowerBound.utf8Offset)..<Int(upperBound.utf8Offset)
  }

  /// The empty range at the start of a text.
  public static var start: TextRange { TextRange(utf8Offsets: 0..<0) }
}
