/// A number by value, with all its digits.
///
/// The value is `0.d₁d₂d₃… × 10^exponent`. A `Double` would take 9007199254740993 for its neighbour.
struct DecimalNumber: Hashable, Sendable {
  private(set) var isNegative = false
  /// The digits from 0 to 9, without zeros at either end; none for zero.
  private(set) var digits: [UInt8] = []
  private(set) var exponent = 0

  /// Exponents beyond are taken for this: such numbers are told apart from all others, but not from each other.
  private static let exponentLimit = 1 << 58

  /// Reads a number as JSON or YAML writes it; `nil` for a text that is none, and for `.nan`.
  init?(_ text: Span<UInt8>) {
    var index = 0
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      isNegative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < text.count else { return nil }
    if text.count - index > 2, text[index] == UInt8(ascii: "0"), text[index + 1] | 0x20 == UInt8(ascii: "x") {
      guard readInteger(text, from: index + 2, radix: 16) else { return nil }
    } else if text.count - index > 2, text[index] == UInt8(ascii: "0"), text[index + 1] | 0x20 == UInt8(ascii: "o") {
      guard readInteger(text, from: index + 2, radix: 8) else { return nil }
    } else if text.count - index == 4, text[index] == UInt8(ascii: "."), text[index + 1] | 0x20 == UInt8(ascii: "i") {
      digits = [1]
      exponent = .max
    } else {
      guard readDecimal(text, from: index) else { return nil }
    }
    normalize()
  }

  /// A whole number.
  init(_ value: Int) {
    isNegative = value < 0
    digits = String(value.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
    exponent = digits.count
    normalize()
  }

  private mutating func readDecimal(_ text: Span<UInt8>, from start: Int) -> Bool {
    var index = start
    var point: Int?
    digits.reserveCapacity(text.count - start)
    scan: while index < text.count {
      switch text[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(text[index] - UInt8(ascii: "0"))
      case UInt8(ascii: ".") where point == nil: point = digits.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"): break scan
      default: return false
      }
      index += 1
    }
    guard !digits.isEmpty else { return false }
    exponent = point ?? digits.count
    guard index < text.count else { return true }
    index += 1
    var isExponentNegative = false
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      isExponentNegative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < text.count else { return false }
    var value = 0
    while index < text.count {
      guard case UInt8(ascii: "0")...UInt8(ascii: "9") = text[index] else { return false }
      value = min(value * 10 + Int(text[index] - UInt8(ascii: "0")), Self.exponentLimit)
      index += 1
    }
    exponent += isExponentNegative ? -value : value
    return true
  }

  /// Reads the hexadecimal and octal numbers of YAML.
  private mutating func readInteger(_ text: Span<UInt8>, from start: Int, radix: UInt8) -> Bool {
    // The least digit first, in base 10^9, so that a long number costs little.
    var limbs: [UInt64] = []
    for index in start..<text.count {
      let byte = text[index]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return false
      }
      guard digit < radix, limbs.count < 1_000 else { return false }
      var carry = UInt64(digit)
      for limb in limbs.indices {
        let value = limbs[limb] * UInt64(radix) + carry
        limbs[limb] = value % 1_000_000_000
        carry = value / 1_000_000_000
      }
      if carry > 0 { limbs.append(carry) }
    }
    for limb in limbs.reversed() {
      let text = String(limb)
      digits += Array(repeating: 0, count: 9 - text.utf8.count)
      digits += text.utf8.map { $0 - UInt8(ascii: "0") }
    }
    exponent = digits.count
    return true
  }

  private mutating func normalize() {
    if let first = digits.firstIndex(where: { $0 != 0 }) {
      if first > 0 {
        digits.removeFirst(first)
        exponent -= first
      }
      if digits.last == 0 {
        let last = digits.lastIndex { $0 != 0 } ?? 0
        digits.removeLast(digits.count - 1 - last)
      }
    } else {
      digits = []
      exponent = 0
      isNegative = false
    }
  }
}

// MARK: - Asking

extension DecimalNumber {
  /// Whether it is neither `.inf` nor `-.inf`.
  var isFinite: Bool { exponent != .max }

  /// The number as JSON writes it.
  var text: String {
    let sign = isNegative ? "-" : ""
    if digits.isEmpty { return "0" }
    let written = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    if digits.count <= exponent, exponent <= 30 {
      return sign + written + String(repeating: "0", count: exponent - digits.count)
    }
    if (1..<digits.count).contains(exponent) {
      return sign + written.prefix(exponent) + "." + written.dropFirst(exponent)
    }
    return sign + "0." + written + "e\(exponent)"
  }

  /// Whether there is nothing after the point.
  var isInteger: Bool { isFinite && digits.count <= max(exponent, 0) }

  /// The value, if it is a whole number that an `Int` can hold.
  var integer: Int? {
    guard isInteger, exponent <= 19 else { return nil }
    var value = 0
    for position in 0..<exponent {
      let digit = position < digits.count ? Int(digits[position]) : 0
      let (product, isOver) = value.multipliedReportingOverflow(by: 10)
      let (sum, isStillOver) = product.subtractingReportingOverflow(digit)
      if isOver || isStillOver { return nil }
      value = sum
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }

  /// Whether it is a whole number of times another, which is not zero.
  func isMultiple(of divisor: DecimalNumber) -> Bool {
    if digits.isEmpty { return true }
    guard isFinite, divisor.isFinite, !divisor.digits.isEmpty else { return false }
    // Both as whole numbers: digits × 10^scale.
    let scale = exponent - digits.count
    let divisorScale = divisor.exponent - divisor.digits.count
    // The digits do not end in zero, so they hold no factor of ten that the divisor could need.
    guard scale >= divisorScale else { return false }
    // More zeros than this cannot help: the divisor has no more factors two and five than that.
    let zeros = min(scale - divisorScale, divisor.digits.count * 4)
    return Self.remainder(digits, followedByZeros: zeros, dividedBy: divisor.digits).isEmpty
  }

  /// The remainder of a division digit by digit, as limbs of 32 bits, the least first; none for zero.
  private static func remainder(_ digits: [UInt8], followedByZeros zeros: Int, dividedBy divisor: [UInt8]) -> [UInt32] {
    if divisor.count <= 18 {
      let small = divisor.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
      var remainder: UInt64 = 0
      for position in 0..<digits.count + zeros {
        let digit = position < digits.count ? UInt64(digits[position]) : 0
        // Below 10^18 × 10 + 9: no overflow.
        remainder = (remainder * 10 + digit) % small
      }
      return remainder == 0 ? [] : [1]
    }
    var limbs: [UInt32] = []
    for digit in divisor { Self.append(digit, to: &limbs) }
    var remainder: [UInt32] = []
    for position in 0..<digits.count + zeros {
      append(position < digits.count ? digits[position] : 0, to: &remainder)
      while !isLess(remainder, limbs) { subtract(limbs, from: &remainder) }
    }
    return remainder
  }

  /// Multiplies by ten and adds a digit.
  private static func append(_ digit: UInt8, to limbs: inout [UInt32]) {
    var carry = UInt64(digit)
    for index in limbs.indices {
      let value = UInt64(limbs[index]) * 10 + carry
      limbs[index] = UInt32(truncatingIfNeeded: value)
      carry = value >> 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  private static func isLess(_ lhs: [UInt32], _ rhs: [UInt32]) -> Bool {
    if lhs.count != rhs.count { return lhs.count < rhs.count }
    for index in lhs.indices.reversed() where lhs[index] != rhs[index] { return lhs[index] < rhs[index] }
    return false
  }

  private static func subtract(_ rhs: [UInt32], from lhs: inout [UInt32]) {
    var borrow: Int64 = 0
    for index in lhs.indices {
      var value = Int64(lhs[index]) - borrow - (index < rhs.count ? Int64(rhs[index]) : 0)
      borrow = value < 0 ? 1 : 0
      if value < 0 { value += 1 << 32 }
      lhs[index] = UInt32(value)
    }
    while lhs.last == 0 { lhs.removeLast() }
  }
}

// MARK: - Comparable

extension DecimalNumber: Comparable {
  static func < (lhs: Self, rhs: Self) -> Bool {
    if lhs.isNegative != rhs.isNegative { return lhs.isNegative }
    return lhs.isNegative ? rhs.isCloserToZero(than: lhs) : lhs.isCloserToZero(than: rhs)
  }

  private func isCloserToZero(than other: Self) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
    if exponent != other.exponent { return exponent < other.exponent }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}
