/// A time of day as RFC 3339 writes it, with its distance from UTC: `12:30:00+02:00`.
struct TimeFormat: Format {
  static let name = "time"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    var scanner = ByteScanner()
    return scanner.time(text) && scanner.isAtEnd(text)
  }
}

extension ByteScanner {
  /// Reads a time; the 60th second only where UTC can have one, at the end of the day.
  mutating func time(_ text: Span<UInt8>) -> Bool {
    guard let hour = number(text, digits: 2), take(":", text), let minute = number(text, digits: 2),
      take(":", text), let second = number(text, digits: 2), hour < 24, minute < 60, second <= 60
    else { return false }
    if take(".", text), digits(text) == 0 { return false }
    var offset = 0
    if !take("Z", text), !take("z", text) {
      let isBehind: Bool
      if take("+", text) { isBehind = false } else if take("-", text) { isBehind = true } else { return false }
      guard let hours = number(text, digits: 2), take(":", text), let minutes = number(text, digits: 2), hours < 24,
        minutes < 60
      else { return false }
      offset = (hours * 60 + minutes) * (isBehind ? -1 : 1)
    }
    guard second == 60 else { return true }
    let minuteOfDay = (hour * 60 + minute - offset + 2 * 24 * 60) % (24 * 60)
    return minuteOfDay == 23 * 60 + 59
  }
}
