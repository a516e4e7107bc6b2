import ManifestText

/// A URI or a relative reference, split as RFC 3986 does it.
struct URIReference: Hashable, Sendable {
  var scheme: Substring?
  var authority: Substring?
  var path: Substring
  var query: Substring?
  var fragment: Substring?

  /// Splits a text; every text is some reference.
  init(_ text: String) {
    var rest = text[...]
    if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[rest.utf8.index(after: hash)...]
      rest = rest[..<hash]
    }
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<colon]) {
      scheme = rest[..<colon]
      rest = rest[rest.utf8.index(after: colon)...]
    }
    if rest.utf8.starts(with: "//".utf8) {
      rest = rest[rest.utf8.index(rest.startIndex, offsetBy: 2)...]
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    path = rest
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
  }

  /// The parts put together again.
  var text: String {
    var text = ""
    // As texts, since to append a part of one takes longer.
    if let scheme { text += String(scheme) + ":" }
    if let authority { text += "//" + String(authority) }
    text += String(path)
    if let query { text += "?" + String(query) }
    if let fragment { text += "#" + String(fragment) }
    return text
  }

  /// The reference without its fragment.
  var withoutFragment: URIReference {
    var reference = self
    reference.fragment = nil
    return reference
  }

  /// What the reference means where a base URI is in force.
  func resolved(against base: URIReference) -> URIReference {
    if scheme != nil {
      var result = self
      if authority != nil { result.path = Self.removingDotSegments(path) }
      return result
    }
    var result = base
    result.fragment = fragment
    if let authority {
      result.authority = authority
      result.path = Self.removingDotSegments(path)
      result.query = query
    } else if path.isEmpty {
      if let query { result.query = query }
    } else {
      result.query = query
      result.path = Self.removingDotSegments(path.hasPrefix("/") ? path : merged(with: base))
    }
    return result
  }

  private func merged(with base: URIReference) -> Substring {
    if base.authority != nil, base.path.isEmpty { return "/" + path }
    guard let slash = base.path.lastIndex(of: "/") else { return path }
    return base.path[...slash] + path
  }

  private static func removingDotSegments(_ path: Substring) -> Substring {
    guard path.utf8.first == UInt8(ascii: ".") || path.holds("/.") else { return path }
    var result: [Substring] = []
    let isAbsolute = path.hasPrefix("/")
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(isAbsolute ? 1 : 0)
    for (position, segment) in segments.enumerated() {
      let isLast = position == segments.count - 1
      switch segment {
      case ".": if isLast { result.append("") }
      case "..":
        if let last = result.last, last != ".." { result.removeLast() } else if !isAbsolute { result.append("..") }
        if isLast { result.append("") }
      default: result.append(segment)
      }
    }
    return (isAbsolute ? "/" : "") + result.joined(separator: "/")[...]
  }

  /// A text as a fragment may hold it.
  static func fragment(_ text: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case _ where "-._~!$&'()*+,;=:@/?".utf8.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with every `%41` replaced by what it stands for; `nil` if that is no UTF-8.
  static func removingPercentEncoding(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let value = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
