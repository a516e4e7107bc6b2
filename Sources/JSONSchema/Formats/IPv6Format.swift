/// An address of version 6 as RFC 4291 writes it, without a zone.
struct IPv6Format: Format {
  static let name = "ipv6"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    var scanner = ByteScanner()
    return scanner.ipv6(text) && scanner.isAtEnd(text)
  }
}

extension ByteScanner {
  /// Reads groups of up to four hexadecimal digits; `::` stands for one or more groups of zeros.
  mutating func ipv6(_ text: Span<UInt8>) -> Bool {
    var groups = 0
    var hasGap = false
    if take("::", text) { hasGap = true }
    while groups < 8 {
      let start = offset
      let count = hexadecimalDigits(text)
      if count == 0 { break }
      if count <= 3, offset < text.count, text[offset] == UInt8(ascii: ".") {
        // The last two groups may be written as an address of version 4.
        offset = start
        guard ipv4(text) else { return false }
        groups += 2
        return hasGap ? groups < 8 : groups == 8
      }
      if count > 4 { return false }
      groups += 1
      if take("::", text) {
        if hasGap { return false }
        hasGap = true
      } else if !take(":", text) {
        return hasGap ? groups < 8 : groups == 8
      } else if offset >= text.count {
        return false
      }
    }
    return hasGap && groups < 8
  }
}
