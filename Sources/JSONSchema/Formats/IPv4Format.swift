/// An address of version 4: four numbers up to 255, without leading zeros.
struct IPv4Format: Format {
  static let name = "ipv4"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    var scanner = ByteScanner()
    return scanner.ipv4(text) && scanner.isAtEnd(text)
  }
}

extension ByteScanner {
  /// Reads four numbers with points between them.
  mutating func ipv4(_ text: Span<UInt8>) -> Bool {
    for part in 0..<4 {
      if part > 0, !take(".", text) { return false }
      let start = offset
      let count = digits(text)
      guard (1...3).contains(count), count == 1 || text[start] != UInt8(ascii: "0") else { return false }
      var value = 0
      for index in start..<offset { value = value * 10 + Int(text[index] - UInt8(ascii: "0")) }
      if value > 255 { return false }
    }
    return true
  }
}
