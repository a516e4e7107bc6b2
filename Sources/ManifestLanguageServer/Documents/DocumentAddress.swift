/// What a document goes by: the path of its file, or the address of one that has never been saved.
struct DocumentAddress: Hashable {
  /// The path of a `file` address, else the address itself.
  let path: String

  /// Whether it is a file, and not a text that has never been saved.
  var isFile: Bool { path.hasPrefix("/") }

  /// The address of a file at a path.
  init(path: String) {
    self.path = path
  }

  /// Reads an address as editors write it.
  init(uri: String) {
    guard uri.utf8.count > 5, uri.prefix(5).lowercased() == "file:" else {
      path = uri
      return
    }
    var rest = uri.dropFirst(5)
    if rest.hasPrefix("//") {
      // What stands before the path is a host, and it is this one.
      rest = rest.dropFirst(2).drop { $0 != "/" }
    }
    let end = rest.firstIndex { $0 == "?" || $0 == "#" } ?? rest.endIndex
    path = Self.decoding(rest[..<end])
  }

  /// The address as it is written in messages.
  var uri: String { isFile ? "file://" + Self.encoding(path) : path }

  private static func decoding(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func encoding(_ path: String) -> String {
    var result: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += Array("%\(digits.count == 1 ? "0" : "")\(digits)".utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
