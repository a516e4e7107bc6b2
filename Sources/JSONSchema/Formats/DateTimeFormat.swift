/// A moment as RFC 3339 writes it: `2026-11-21T12:30:00Z`.
struct DateTimeFormat: Format {
  static let name = "date-time"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    var scanner = ByteScanner()
    guard scanner.date(text), scanner.take("T", text) || scanner.take("t", text) else { return false }
    return scanner.time(text) && scanner.isAtEnd(text)
  }
}
