import ManifestText

/// A name and its value in the query or fragment of an address, wherever in a text it stands.
public struct QueryParameter: Hashable, Sendable {
  /// Where the name stands, as UTF-8 offsets.
  public var name: Range<Int>
  /// Where the value stands.
  public var value: Range<Int>

  /// The parameters in a text with such a name, in order: `?name=value`, and the same behind `&`, `;` or `#`.
  ///
  /// It looks at the text as it is written, so that it serves one that cannot be read.
  public static func all(in bytes: [UInt8], where isWanted: (ArraySlice<UInt8>) -> Bool) -> [Self] {
    var result: [Self] = []
    var index = 0
    while let equals = bytes.span.firstOffset(of: UInt8(ascii: "="), from: index) {
      var start = equals
      while start > index, equals - start < longestName, isName(bytes[start - 1]) { start -= 1 }
      index = equals + 1
      guard start < equals, start > 0 else { continue }
      // `\u0026` is a `&` in JSON.
      let isEscape = bytes[start - 1] == UInt8(ascii: "\\") && bytes[start..<equals].starts(with: "u0026".utf8)
      guard isEscape || "?&;#".utf8.contains(bytes[start - 1]) else { continue }
      if isEscape { start += "u0026".utf8.count }
      guard isWanted(bytes[start..<equals]) else { continue }
      let end = endOfValue(bytes, index)
      result.append(Self(name: start..<equals, value: index..<end))
      index = end
    }
    return result
  }

  private static let longestName = 64

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func endOfValue(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    var depth = 0
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0...0x20, UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "'"): return index
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return index }
        depth -= 1
      // Between items in brackets, and after the address in a sentence.
      case UInt8(ascii: ",") where index + 1 == bytes.endIndex || bytes[index + 1] <= 0x20: return index
      default: break
      }
      index += 1
    }
    return index
  }
}
