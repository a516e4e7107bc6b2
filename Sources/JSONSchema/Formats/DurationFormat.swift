/// A span of time as appendix A of RFC 3339 writes it: `P1DT12H`.
struct DurationFormat: Format {
  static let name = "duration"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    var scanner = ByteScanner()
    guard scanner.take("P", text) else { return false }
    let start = scanner.offset
    if scanner.digits(text) > 0, scanner.take("W", text) { return scanner.isAtEnd(text) }
    scanner.offset = start
    let hasDate = units(["Y", "M", "D"], text, &scanner)
    if scanner.isAtEnd(text) { return hasDate }
    guard scanner.take("T", text), units(["H", "M", "S"], text, &scanner) else { return false }
    return scanner.isAtEnd(text)
  }

  /// Reads numbers with units, the largest first and none left out in between; says whether there was one.
  private static func units(_ units: [Unicode.Scalar], _ text: Span<UInt8>, _ scanner: inout ByteScanner) -> Bool {
    var isBegun = false
    for unit in units {
      let start = scanner.offset
      if scanner.digits(text) > 0, scanner.take(unit, text) {
        isBegun = true
      } else {
        scanner.offset = start
        if isBegun { break }
      }
    }
    return isBegun
  }
}
