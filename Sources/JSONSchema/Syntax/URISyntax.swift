/// The grammar of RFC 3986, and of RFC 3987 where characters beyond ASCII may stand.
struct URISyntax {
  let isInternational: Bool

  /// Whether a text is a URI, or a relative reference where that is enough.
  func isURI(_ text: Span<UInt8>, mayBeRelative: Bool) -> Bool {
    var scanner = ByteScanner()
    let hasScheme = scheme(text, &scanner)
    if !hasScheme, !mayBeRelative { return false }
    if scanner.take("//", text) {
      guard authority(text, &scanner) else { return false }
    } else if !hasScheme, hasColonInFirstSegment(text, scanner.offset) {
      return false
    }
    guard characters(text, &scanner, extra: ":@/") else { return false }
    if scanner.take("?", text), !characters(text, &scanner, extra: ":@/?", isQuery: true) { return false }
    if scanner.take("#", text), !characters(text, &scanner, extra: ":@/?") { return false }
    return scanner.isAtEnd(text)
  }

  private func scheme(_ text: Span<UInt8>, _ scanner: inout ByteScanner) -> Bool {
    var end = 0
    while end < text.count, Self.isAlphanumeric(text[end]) || (end > 0 && "+-.".utf8.contains(text[end])) { end += 1 }
    guard end > 0, end < text.count, text[end] == UInt8(ascii: ":"), !(text[0] &- UInt8(ascii: "0") < 10) else {
      return false
    }
    scanner.offset = end + 1
    return true
  }

  private func hasColonInFirstSegment(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var index = start
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: index += 1
      }
    }
    return false
  }

  private func authority(_ text: Span<UInt8>, _ scanner: inout ByteScanner) -> Bool {
    var end = scanner.offset
    var at: Int?
    while end < text.count, !"/?#".utf8.contains(text[end]) {
      if text[end] == UInt8(ascii: "@") { at = end }
      end += 1
    }
    if let at {
      guard characters(text, &scanner, extra: ":"), scanner.offset == at else { return false }
      scanner.offset += 1
    }
    if scanner.take("[", text) {
      guard scanner.ipv6(text) || scanner.ipvFuture(text), scanner.take("]", text) else { return false }
    } else if !characters(text, &scanner, extra: "") {
      return false
    }
    if scanner.take(":", text) { _ = scanner.digits(text) }
    return scanner.offset == end
  }

  /// Goes past unreserved characters, sub-delimiters, escapes and the extra ones; `false` for a wrong escape.
  private func characters(
    _ text: Span<UInt8>, _ scanner: inout ByteScanner, extra: String, isQuery: Bool = false
  ) -> Bool {
    while let byte = scanner.peek(text) {
      if byte == UInt8(ascii: "%") {
        scanner.offset += 1
        guard scanner.hexadecimal(text, digits: 2) != nil else { return false }
      } else if byte >= 0x80 {
        guard isInternational, let scalar = UTF8Text.scalar(text, scanner.offset),
          Self.isAllowed(scalar.value, isQuery: isQuery)
        else { return false }
        scanner.offset += UTF8.width(scalar)
      } else if Self.isAlphanumeric(byte) || "-._~!$&'()*+,;=".utf8.contains(byte) || extra.utf8.contains(byte) {
        scanner.offset += 1
      } else {
        return true
      }
    }
    return true
  }

  /// Whether an IRI may have a character beyond ASCII: `ucschar` and, in a query, `iprivate`.
  private static func isAllowed(_ code: UInt32, isQuery: Bool) -> Bool {
    switch code {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: isQuery
    case 0x10000...0xEFFFD: code & 0xFFFF <= 0xFFFD && !(0xE0000...0xE0FFF ~= code)
    default: false
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}

extension ByteScanner {
  /// Reads an address of a version to come: `v1.fe80::a+en1`.
  fileprivate mutating func ipvFuture(_ text: Span<UInt8>) -> Bool {
    guard take("v", text) || take("V", text), hexadecimalDigits(text) > 0, take(".", text) else { return false }
    let start = offset
    while let byte = peek(text), byte != UInt8(ascii: "]"), byte > 0x20, byte < 0x7F { offset += 1 }
    return offset > start
  }
}
