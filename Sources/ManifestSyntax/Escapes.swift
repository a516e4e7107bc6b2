/// What escapes in double quotes stand for.
enum Escapes {
  /// The character that the escape at an offset stands for, and the length of the escape; `nil` if it means nothing.
  static func scalar(
    _ bytes: [UInt8], _ index: Int, _ end: Int, _ language: SyntaxTree.Language
  ) -> (Unicode.Scalar, Int)? {
    guard index + 1 < end else { return nil }
    let letter = bytes[index + 1]
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return (Unicode.Scalar(letter), 2)
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "f"): return ("\u{C}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "u"): return unicode(bytes, index, end, language)
    default: return language == .yaml ? yamlScalar(letter, bytes, index, end) : nil
    }
  }

  private static func yamlScalar(
    _ letter: UInt8, _ bytes: [UInt8], _ index: Int, _ end: Int
  ) -> (Unicode.Scalar, Int)? {
    switch letter {
    case UInt8(ascii: "0"): return ("\0", 2)
    case UInt8(ascii: "a"): return ("\u{7}", 2)
    case UInt8(ascii: "\t"): return ("\t", 2)
    case UInt8(ascii: "v"): return ("\u{B}", 2)
    case UInt8(ascii: "e"): return ("\u{1B}", 2)
    case UInt8(ascii: " "): return (" ", 2)
    case UInt8(ascii: "N"): return ("\u{85}", 2)
    case UInt8(ascii: "_"): return ("\u{A0}", 2)
    case UInt8(ascii: "L"): return ("\u{2028}", 2)
    case UInt8(ascii: "P"): return ("\u{2029}", 2)
    case UInt8(ascii: "x"): return hexadecimal(bytes, index + 2, 2, end).flatMap(Unicode.Scalar.init).map { ($0, 4) }
    case UInt8(ascii: "U"): return hexadecimal(bytes, index + 2, 8, end).flatMap(Unicode.Scalar.init).map { ($0, 10) }
    default: return nil
    }
  }

  /// `\uXXXX`; in JSON two of them may make one character.
  private static func unicode(
    _ bytes: [UInt8], _ index: Int, _ end: Int, _ language: SyntaxTree.Language
  ) -> (Unicode.Scalar, Int)? {
    guard let high = hexadecimal(bytes, index + 2, 4, end) else { return nil }
    if let scalar = Unicode.Scalar(high) { return (scalar, 6) }
    guard language == .json, high < 0xDC00, index + 7 < end, bytes[index + 6] == UInt8(ascii: "\\"),
      bytes[index + 7] == UInt8(ascii: "u"), let low = hexadecimal(bytes, index + 8, 4, end), low >= 0xDC00,
      low < 0xE000, let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { return nil }
    return (scalar, 12)
  }

  private static func hexadecimal(_ bytes: [UInt8], _ start: Int, _ count: Int, _ end: Int) -> UInt32? {
    guard start + count <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + count] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    return value
  }
}
