import ManifestLint

/// The path of an endpoint's address, with the variables that Pipedrive fills in.
///
/// A variable is a whole segment: neither a port nor `items:search` is one.
struct EndpointPath: Sendable {
  /// A segment such as `:linkId`.
  struct Variable: Hashable, Sendable {
    /// Its name, without the colon.
    var name: String
    /// Where it stands in the address, as UTF-8 offsets, the colon included.
    var offsets: Range<Int>
  }

  /// The variables, in order.
  let variables: [Variable]
  /// Whether a `${NAME}` without a value may hide more of them.
  let isPartlyHidden: Bool
  /// Whether the offsets are those of the text as it is written.
  let isAsWritten: Bool

  /// Reads an address, absolute or not.
  init(_ text: String, _ values: Variables) {
    let parts = Template(text).resolved(values)
    let address = parts.map { $0 ?? "\u{FFFC}" }.joined()
    isPartlyHidden = parts.contains(nil)
    isAsWritten = address.utf8.elementsEqual(text.utf8)
    var variables: [Variable] = []
    let bytes = Array(address.utf8)
    var index = Self.startOfPath(bytes)
    let end = bytes[index...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
    while index < end {
      let start = index + 1
      index = bytes[start..<end].firstIndex(of: UInt8(ascii: "/")) ?? end
      guard start < index, bytes[start] == UInt8(ascii: ":"), Self.isName(bytes[(start + 1)..<index]) else { continue }
      variables.append(
        Variable(name: String(decoding: bytes[(start + 1)..<index], as: UTF8.self), offsets: start..<index))
    }
    self.variables = variables
  }

  /// Where the slash is that the path begins with; the end if there is none.
  private static func startOfPath(_ bytes: [UInt8]) -> Int {
    var start = 0
    if let slashes = bytes.indices.first(where: { bytes[$0...].starts(with: "://".utf8) }) { start = slashes + 3 }
    return bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
  }
}

// MARK: - Braces

extension EndpointPath {
  /// Whether an address has a variable in braces: `{linkId}`.
  static func holdsBraces(_ text: String) -> Bool { !braces(in: text).isEmpty }

  /// Where the variables in braces stand, as UTF-8 offsets with all their braces; a `${NAME}` is none.
  static func braces(in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var result: [Range<Int>] = []
    for case .literal(_, let offsets) in Template(text).parts {
      var index = offsets.lowerBound
      while let open = bytes[index..<offsets.upperBound].firstIndex(of: UInt8(ascii: "{")) {
        let rest = bytes[(open + 1)..<offsets.upperBound]
        index = open + 1
        guard let stop = rest.firstIndex(where: { "{}/?#".utf8.contains($0) }), bytes[stop] == UInt8(ascii: "}"),
          stop > open + 1
        else { continue }
        var (start, end) = (open, stop + 1)
        while start > offsets.lowerBound, bytes[start - 1] == UInt8(ascii: "{") { start -= 1 }
        while end < offsets.upperBound, bytes[end] == UInt8(ascii: "}") { end += 1 }
        result.append(start..<end)
        index = end
      }
    }
    return result
  }

  /// The address with colons in place of braces; `nil` where braces are not a whole segment around a name.
  static func withColons(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    for range in braces(in: text) {
      let isWhole =
        range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "/")
        && (range.upperBound == bytes.count || "/?#".utf8.contains(bytes[range.upperBound]))
      var name = bytes[range].filter { !"{}".utf8.contains($0) }[...]
      name = name.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") }
      while name.last == UInt8(ascii: " ") { name.removeLast() }
      guard isWhole, isName(name) else { return nil }
      result += bytes[index..<range.lowerBound] + [UInt8(ascii: ":")] + name
      index = range.upperBound
    }
    return String(decoding: result + bytes[index...], as: UTF8.self)
  }
}
