/// How far to go up, and a JSON Pointer from there, or `#` for the key: `1/name`, `0#`.
struct RelativeJSONPointerFormat: Format {
  static let name = "relative-json-pointer"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    var scanner = ByteScanner()
    let count = scanner.digits(text)
    guard count > 0, count == 1 || text[0] != UInt8(ascii: "0") else { return false }
    if scanner.take("#", text) { return scanner.isAtEnd(text) }
    return scanner.jsonPointer(text)
  }
}
