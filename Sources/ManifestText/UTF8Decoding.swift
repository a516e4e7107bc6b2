extension Span<UInt8> {
  /// The Unicode scalar that begins at an offset, and how many bytes it takes.
  ///
  /// Where the bytes are no well-formed UTF-8 the scalar is `nil` and the length 1: every invalid byte stands alone,
  /// so that it can be counted, and shown, as what it is.
  @inlinable
  public func decodedScalar(at offset: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = self[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length: Int
    var value: UInt32
    // The second byte is restricted after these four, which bars overlong forms, surrogates and what is past U+10FFFF.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF:
      (length, value) = (3, UInt32(first & 0x0F))
      if first == 0xE0 { second = 0xA0...0xBF } else if first == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      (length, value) = (4, UInt32(first & 0x07))
      if first == 0xF0 { second = 0x90...0xBF } else if first == 0xF4 { second = 0x80...0x8F }
    default: return (nil, 1)
    }
    guard length <= count - offset, second.contains(self[offset + 1]) else { return (nil, 1) }
    for index in offset + 1..<offset + length {
      guard self[index] & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(self[index] & 0x3F)
    }
    return (Unicode.Scalar(value), length)
  }
}
