/// A place in a text that is being read, for the small grammars of formats.
struct ByteScanner {
  var offset = 0

  func isAtEnd(_ text: Span<UInt8>) -> Bool { offset >= text.count }

  /// The next byte; `nil` at the end.
  func peek(_ text: Span<UInt8>) -> UInt8? {
    offset < text.count ? text[offset] : nil
  }

  /// Goes past a character of ASCII if it is the next.
  mutating func take(_ character: Unicode.Scalar, _ text: Span<UInt8>) -> Bool {
    guard offset < text.count, UInt32(text[offset]) == character.value else { return false }
    offset += 1
    return true
  }

  /// Goes past a word if it is the next.
  mutating func take(_ word: String, _ text: Span<UInt8>) -> Bool {
    var end = offset
    for byte in word.utf8 {
      guard end < text.count, text[end] == byte else { return false }
      end += 1
    }
    offset = end
    return true
  }

  /// Goes past decimal digits and says how many there were.
  mutating func digits(_ text: Span<UInt8>) -> Int {
    let start = offset
    while offset < text.count, text[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
    return offset - start
  }

  /// Reads a number of exactly so many digits.
  mutating func number(_ text: Span<UInt8>, digits count: Int) -> Int? {
    guard offset + count <= text.count else { return nil }
    var value = 0
    for index in offset..<offset + count {
      guard text[index] &- UInt8(ascii: "0") < 10 else { return nil }
      value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
    }
    offset += count
    return value
  }

  /// Goes past hexadecimal digits and says how many there were.
  mutating func hexadecimalDigits(_ text: Span<UInt8>) -> Int {
    let start = offset
    while offset < text.count, Self.hexadecimalValue(text[offset]) != nil { offset += 1 }
    return offset - start
  }

  /// Reads a number of exactly so many hexadecimal digits.
  mutating func hexadecimal(_ text: Span<UInt8>, digits count: Int) -> Int? {
    guard offset + count <= text.count else { return nil }
    var value = 0
    for index in offset..<offset + count {
      guard let digit = Self.hexadecimalValue(text[index]) else { return nil }
      value = value * 16 + digit
    }
    offset += count
    return value
  }

  static func hexadecimalValue(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
