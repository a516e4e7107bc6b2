/// The encoding of RFC 4648.
enum Base64 {
  /// The bytes that a text stands for; `nil` if it is malformed.
  static func decode(_ text: Span<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var value: UInt32 = 0
    var padding = 0
    for index in text.indices {
      if text[index] == UInt8(ascii: "="), index >= text.count - 2 {
        padding += 1
        value <<= 6
      } else if padding == 0, let digit = digit(text[index]) {
        value = value << 6 | digit
      } else {
        return nil
      }
      guard index % 4 == 3 else { continue }
      for shift in [16, 8, 0].dropLast(padding) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
      value = 0
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
