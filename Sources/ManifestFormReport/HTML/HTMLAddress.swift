/// Where a link leads: into the report itself, or to a page that a reader may open.
struct HTMLAddress: Hashable, Sendable {
  /// The address as an attribute has it, before it is escaped.
  let text: String

  /// A place in the report.
  init(_ id: HTMLIdentifier) {
    text = "#\(id.text)"
  }

  /// A page of the web; `nil` for everything else, such as `javascript:` and `data:`.
  init?(page: String) {
    guard page.hasPrefix("https://") || page.hasPrefix("http://"),
      page.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    text = page
  }
}

/// What a place in the report is called.
struct HTMLIdentifier: Hashable, Sendable {
  /// Letters, digits, `.`, `-` and `_`, so that it is the same as an id and in an address.
  let text: String

  /// Takes a name; every other byte of it is written as `_` and two hexadecimal digits.
  init(_ name: String) {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
        bytes.append(byte)
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes += [UInt8(ascii: "_"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}
