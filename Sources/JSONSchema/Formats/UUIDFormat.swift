/// A UUID as RFC 4122 writes it: 32 hexadecimal digits in five groups.
struct UUIDFormat: Format {
  static let name = "uuid"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    var scanner = ByteScanner()
    for (position, count) in [8, 4, 4, 4, 12].enumerated() {
      if position > 0, !scanner.take("-", text) { return false }
      guard scanner.hexadecimalDigits(text) == count else { return false }
    }
    return scanner.isAtEnd(text)
  }
}
