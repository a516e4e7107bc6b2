/// Counts the units of a text from its start on, and can be put aside and taken up again.
struct UnitCounter: Sendable {
  /// How many bytes have been counted; always between two scalars.
  private(set) var offset: Int
  /// How many units have begun so far.
  private(set) var count = 0

  private let unit: ColumnUnit
  private var boundaries = CharacterBoundaries()

  /// Stands at an offset with nothing counted.
  init(_ unit: ColumnUnit, at offset: Int = 0) {
    self.unit = unit
    self.offset = offset
  }

  /// Counts on to an offset, or to the start of the scalar that it is inside of.
  mutating func advance(to end: Int, in bytes: Span<UInt8>) {
    if unit == .utf8Bytes {
      count += max(0, end - offset)
      offset = max(end, offset)
      return
    }
    while offset < end {
      let (scalar, length) = bytes.decodedScalar(at: offset)
      if offset + length > end { return }
      switch unit {
      case .characters: if boundaries.isBoundary(before: scalar) { count += 1 }
      case .utf16CodeUnits: count += length == 4 ? 2 : 1
      case .unicodeScalars, .utf8Bytes: count += 1
      }
      offset += length
    }
  }

  /// How many units end before the next scalar: the count, less one inside of a character.
  func countOfWholeUnits(before end: Int, in bytes: Span<UInt8>) -> Int {
    guard unit == .characters, offset < end else { return count }
    var next = boundaries
    return next.isBoundary(before: bytes.decodedScalar(at: offset).scalar) ? count : count - 1
  }
}
