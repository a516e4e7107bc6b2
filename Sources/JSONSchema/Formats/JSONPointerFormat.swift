/// A JSON Pointer as RFC 6901 has it.
struct JSONPointerFormat: Format {
  static let name = "json-pointer"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    var scanner = ByteScanner()
    return scanner.jsonPointer(text)
  }
}

extension ByteScanner {
  /// Reads a pointer up to the end of the text.
  mutating func jsonPointer(_ text: Span<UInt8>) -> Bool {
    if isAtEnd(text) { return true }
    guard peek(text) == UInt8(ascii: "/") else { return false }
    while let byte = peek(text) {
      offset += 1
      if byte == UInt8(ascii: "~"), !take("0", text), !take("1", text) { return false }
    }
    return true
  }
}
