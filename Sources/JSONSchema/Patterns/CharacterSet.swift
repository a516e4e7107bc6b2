/// A set of Unicode scalars, as a class in a regular expression names it.
struct CharacterSet: Hashable, Sendable {
  /// Members by code point; sorted and without overlap after ``normalize()``.
  private var ranges: [ClosedRange<UInt32>] = []
  /// Members by what Unicode says of them.
  private var properties: [Property] = []
  /// Everything but the above.
  var isNegated = false

  /// Which of the first 128 scalars are members; what most texts are made of needs no search.
  private(set) var ascii = ASCIISet()

  private struct Property: Hashable, Sendable {
    var property: UnicodeProperty
    var isNegated: Bool
  }

  init(_ ranges: ClosedRange<UInt32>...) {
    self.ranges = ranges
    normalize()
  }

  mutating func insert(_ range: ClosedRange<UInt32>) {
    // Most classes need no more.
    if ranges.isEmpty { ranges.reserveCapacity(8) }
    ranges.append(range)
  }

  mutating func insert(_ property: UnicodeProperty, isNegated: Bool) {
    properties.append(Property(property: property, isNegated: isNegated))
  }

  /// Adds the members of another set.
  mutating func formUnion(_ other: CharacterSet) {
    if other.isNegated {
      // Only the sets of `\D`, `\S` and `\W` come here negated, and they have ranges alone.
      var next: UInt32 = 0
      for range in other.ranges {
        if range.lowerBound > next { ranges.append(next...range.lowerBound - 1) }
        next = range.upperBound + 1
      }
      ranges.append(next...0x10FFFF)
    } else {
      ranges += other.ranges
    }
    properties += other.properties
  }

  /// Sorts the ranges; to be called after the last change.
  mutating func normalize() {
    // Most are written so.
    let isNormal = ranges.indices.dropFirst().allSatisfy { ranges[$0 - 1].upperBound &+ 1 < ranges[$0].lowerBound }
    if !isNormal { sortRanges() }
    ascii = ASCIISet()
    for range in ranges where range.lowerBound < 128 {
      for code in range.lowerBound...min(range.upperBound, 127) { ascii.insert(UInt8(code)) }
    }
    if properties.isEmpty { return }
    for code: UInt32 in 0..<128 where holds(code) { ascii.insert(UInt8(code)) }
  }

  private mutating func sortRanges() {
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var merged: [ClosedRange<UInt32>] = []
    merged.reserveCapacity(ranges.count)
    for range in ranges {
      if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
  }

  /// Whether a scalar is in the set.
  func contains(_ code: UInt32) -> Bool {
    (code < 128 ? ascii.contains(UInt8(code)) : holds(code)) != isNegated
  }

  /// The members below 128.
  var asciiMembers: ASCIISet { isNegated ? ascii.inverted : ascii }

  private func holds(_ code: UInt32) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < code { low = middle + 1 } else { high = middle }
    }
    if low < ranges.count, ranges[low].lowerBound <= code { return true }
    guard !properties.isEmpty, let scalar = Unicode.Scalar(code) else { return false }
    return properties.contains { $0.property.holds(for: scalar) != $0.isNegated }
  }
}

// MARK: - The classes of ECMA-262

extension CharacterSet {
  /// `\d`: ASCII digits only.
  static let digits = CharacterSet(0x30...0x39)
  /// `\w`: ASCII letters, digits and the low line.
  static let word = CharacterSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
  /// `\s`: white space and line terminators.
  static let space = CharacterSet(
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
    0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF)
  /// `.`: everything but line terminators.
  static let any = CharacterSet(0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029).inverted

  /// Everything that is not in the set.
  var inverted: CharacterSet {
    var set = self
    set.isNegated.toggle()
    return set
  }
}
