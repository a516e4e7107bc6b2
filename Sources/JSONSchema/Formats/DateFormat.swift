/// A day as RFC 3339 writes it: `2026-11-21`.
struct DateFormat: Format {
  static let name = "date"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    var scanner = ByteScanner()
    return scanner.date(text) && scanner.isAtEnd(text)
  }
}

extension ByteScanner {
  /// Reads a day that the calendar has.
  mutating func date(_ text: Span<UInt8>) -> Bool {
    guard let year = number(text, digits: 4), take("-", text), let month = number(text, digits: 2),
      take("-", text), let day = number(text, digits: 2)
    else { return false }
    let isLeapYear = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...days[month - 1]).contains(day)
  }
}
