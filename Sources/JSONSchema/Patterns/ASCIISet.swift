/// A set of scalars below 128.
struct ASCIISet: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  mutating func insert(_ code: UInt8) {
    if code < 64 { low |= 1 << UInt64(code) } else { high |= 1 << UInt64(code - 64) }
  }

  mutating func formUnion(_ other: ASCIISet) {
    low |= other.low
    high |= other.high
  }

  /// Whether a scalar is a member; `code` is below 128.
  func contains(_ code: UInt8) -> Bool {
    (code < 64 ? low >> UInt64(code) : high >> UInt64(code - 64)) & 1 == 1
  }

  /// All other scalars below 128.
  var inverted: ASCIISet {
    var set = self
    (set.low, set.high) = (~low, ~high)
    return set
  }
}
