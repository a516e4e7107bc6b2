import ManifestText

/// A name and its value in the query or fragment of an address, wherever in a text it stands.
public struct QueryParameter: Hashable, Sendable {
  /// Where the name stands, as UTF-8 offsets.
  public var name: Range<Int>
  /// Where the value stands.
  public var value: Range<Int>

  /// The parameters in a text with such a name, in order: `?name=value`, and the same behind `&`, `;` or `#`.
  ///
  /// It looks at the text as it is written, so that it serves one that cannot be read; `hasEscapes` tells that a `\u003d`
  /// in it is a `=`, as in JSON.
  public static func all(
    in bytes: [UInt8], hasEscapes: Bool = false, where isWanted: (ArraySlice<UInt8>) -> Bool
  ) -> [Self] {
    var result: [Self] = []
    var index = 0
    while let equals = bytes.span.firstOffset(of: UInt8(ascii: "="), from: index) {
      let found = parameter(in: bytes, separator: equals..<equals + 1, from: index, where: isWanted)
      index = found?.value.upperBound ?? equals + 1
      if let found { result.append(found) }
    }
    if !hasEscapes { return result }
    index = 0
    while let backslash = bytes.span.firstOffset(of: UInt8(ascii: "\\"), from: index) {
      let end = backslash + 6
      let isEquals = bytes[(backslash + 1)...].prefix(5).isWord("u003d")
      let found =
        isEquals ? parameter(in: bytes, separator: backslash..<end, from: index, where: isWanted) : nil
      index = found?.value.upperBound ?? backslash + 1
      if let found { result.append(found) }
    }
    return result
  }

  private static func parameter(
    in bytes: [UInt8], separator: Range<Int>, from lower: Int, where isWanted: (ArraySlice<UInt8>) -> Bool
  ) -> Self? {
    let end = separator.lowerBound
    var start = end
    while start > lower, end - start < longestName, isName(bytes[start - 1]) { start -= 1 }
    guard start < end, start > 0 else { return nil }
    // `\u0026` is a `&` in JSON.
    let isEscape = bytes[start - 1] == UInt8(ascii: "\\") && bytes[start..<end].starts(with: "u0026".utf8)
    guard isEscape || "?&;#".utf8.contains(bytes[start - 1]) else { return nil }
    if isEscape { start += "u0026".utf8.count }
    guard isWanted(plainName(bytes[start..<end])) else { return nil }
    return Self(name: start..<end, value: separator.upperBound..<endOfValue(bytes, separator.upperBound))
  }

  /// A name without the brackets of a list, and with its escapes undone.
  private static func plainName(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard name.contains(where: { "%[]".utf8.contains($0) }) else { return name }
    return PercentEncoding.decoding(Array(name)).utf8.filter { !"[]".utf8.contains($0) }[...]
  }

  private static let longestName = 64

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "%"), UInt8(ascii: "["), UInt8(ascii: "]"):
      true
    default: false
    }
  }

  private static func endOfValue(_ bytes: [UInt8], _ start: Int) -> Int {
    // In quotes of its own, unless that is the one behind the address.
    if start + 1 < bytes.endIndex, bytes[start] == UInt8(ascii: "'") || bytes[start] == UInt8(ascii: "\""),
      isName(bytes[start + 1]),
      let last = bytes[(start + 1)...].prefix(1_024).firstIndex(where: { $0 <= 0x20 || $0 == bytes[start] }),
      bytes[last] == bytes[start]
    {
      return last + 1
    }
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
