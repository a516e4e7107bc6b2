/// A URI with variables in braces, as RFC 6570 has it.
struct URITemplateFormat: Format {
  static let name = "uri-template"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    var scanner = ByteScanner()
    while let byte = scanner.peek(text) {
      switch byte {
      case UInt8(ascii: "{"):
        scanner.offset += 1
        guard expression(text, &scanner) else { return false }
      case UInt8(ascii: "%"):
        scanner.offset += 1
        guard scanner.hexadecimal(text, digits: 2) != nil else { return false }
      case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "}"), 0x7F:
        return false
      default: scanner.offset += 1
      }
    }
    return true
  }

  /// Reads an operator and variables up to the closing brace.
  private static func expression(_ text: Span<UInt8>, _ scanner: inout ByteScanner) -> Bool {
    if let byte = scanner.peek(text), "+#./;?&=,!@|".utf8.contains(byte) { scanner.offset += 1 }
    repeat {
      guard variable(text, &scanner) else { return false }
      if scanner.take(":", text) {
        let start = scanner.offset
        let count = scanner.digits(text)
        guard (1...4).contains(count), text[start] != UInt8(ascii: "0") else { return false }
      } else {
        _ = scanner.take("*", text)
      }
    } while scanner.take(",", text)
    return scanner.take("}", text)
  }

  private static func variable(_ text: Span<UInt8>, _ scanner: inout ByteScanner) -> Bool {
    let start = scanner.offset
    while let byte = scanner.peek(text) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        scanner.offset += 1
      case UInt8(ascii: "."):
        // A point stands between two characters of the name.
        if scanner.offset == start || text[scanner.offset - 1] == UInt8(ascii: ".") { return false }
        scanner.offset += 1
      case UInt8(ascii: "%"):
        scanner.offset += 1
        guard scanner.hexadecimal(text, digits: 2) != nil else { return false }
      default: return scanner.offset > start && text[scanner.offset - 1] != UInt8(ascii: ".")
      }
    }
    return false
  }
}
