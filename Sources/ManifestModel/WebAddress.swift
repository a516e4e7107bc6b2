import ManifestText

/// An absolute `http` or `https` address, read as a browser's address field would be checked.
///
/// It follows RFC 3986 with what the WHATWG URL Standard makes of it in forms: upper-case schemes, user information,
/// ports, IPv6 hosts, internationalised host names. A variable without a value may stand anywhere; what it hides is
/// not judged.
public struct WebAddress: Hashable, Sendable {
  /// The address with its variables replaced; one without a value is U+FFFC.
  public let text: String
  /// Whether it is `https`.
  public let isHTTPS: Bool
  /// The host as it is looked up, in lower case, without a final dot or the brackets of an IPv6 address; a variable
  /// in it is U+FFFC.
  public let host: String
  /// Whether a port is given.
  public let hasPort: Bool
  /// Whether there is a user name or password.
  public let hasUserInformation: Bool
  /// How many UTF-8 bytes the scheme has, without the colon.
  public let schemeLength: Int

  /// What stands for a variable without a value.
  static let unknown: Unicode.Scalar = "\u{FFFC}"

  /// Why a text is no absolute web address.
  public enum Problem: Error, Hashable, Sendable {
    /// Only the scheme is missing: `www.example.org/x`.
    case missingScheme
    /// A scheme that is neither `http` nor `https`.
    case otherScheme(String)
    /// The slashes behind the scheme are missing or too few.
    case missingSlashes
    /// A path or a word, without a host.
    case relative
    /// Nothing stands where the host belongs.
    case missingHost
    /// The host is none, with the reason.
    case malformedHost(String)
    /// The port is no number from 0 to 65535; `nil` where it may be the beginning of a password.
    case malformedPort(String?)
    /// A blank, tab or control character at this UTF-8 offset.
    case blank(offset: Int)
  }

  /// Reads a text with its variables.
  ///
  /// - Returns: `nil` where an unresolved variable hides what it begins with.
  /// - Throws: ``Problem`` for what is surely no absolute web address.
  public static func parse(_ text: String, _ variables: Variables) throws(Problem) -> WebAddress? {
    try parse(Array(text.utf8)[...], variables)
  }

  /// Reads the bytes of a text with its variables.
  static func parse(_ text: ArraySlice<UInt8>, _ variables: Variables) throws(Problem) -> WebAddress? {
    if !text.contains(UInt8(ascii: "$")) { return try WebAddress(parsing: text) }
    let parts = Template(String(decoding: text, as: UTF8.self)).resolved(variables)
    guard let first = parts.first, first != nil else { return nil }
    let whole = parts.map { $0 ?? String(unknown) }.joined()
    return try WebAddress(parsing: Array(whole.utf8)[...])
  }

  private init(parsing bytes: ArraySlice<UInt8>) throws(Problem) {
    text = String(decoding: bytes, as: UTF8.self)
    if let blank = bytes.firstIndex(where: { $0 <= 0x20 || $0 == 0x7F }) {
      throw .blank(offset: blank - bytes.startIndex)
    }
    let (colon, rest) = try Self.scheme(of: bytes)
    schemeLength = colon - bytes.startIndex
    isHTTPS = schemeLength == 5
    let end = bytes[rest...].firstIndex(where: Self.endsAuthority) ?? bytes.endIndex
    var authority = bytes[rest..<end]
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      hasUserInformation = true
      authority = authority[(at + 1)...]
    } else {
      hasUserInformation = false
    }
    if authority.isEmpty { throw .missingHost }
    (host, hasPort) = try Self.hostAndPort(authority, isBeforeAt: bytes[end...].contains(UInt8(ascii: "@")))
  }

  /// Where the scheme ends and where the host begins.
  private static func scheme(of bytes: ArraySlice<UInt8>) throws(Problem) -> (colon: Int, rest: Int) {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), isScheme(bytes[..<colon]) else {
      throw looksLikeHost(bytes) ? .missingScheme : .relative
    }
    let after = bytes[(colon + 1)...]
    guard isWebScheme(bytes[..<colon]) else {
      let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
      // `localhost:3000/x` reads as a scheme called localhost; `tel:12345` has one.
      if scheme == "localhost" || scheme.contains("."), beginsWithPort(after) { throw .missingScheme }
      throw .otherScheme(scheme)
    }
    guard after.starts(with: "//".utf8) else { throw .missingSlashes }
    return (colon, colon + 3)
  }

  /// Whether a port stands there with nothing but the end, a path or the like behind it.
  private static func beginsWithPort(_ bytes: ArraySlice<UInt8>) -> Bool {
    let port = bytes.prefix { !"/?#".utf8.contains($0) }
    let isUnknown = String(decoding: port, as: UTF8.self).isPartlyUnknown
    return !port.isEmpty && port.allSatisfy { isDigit($0) || (isUnknown && $0 >= 0x80) }
  }

  private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, isLetter(first) else { return false }
    return bytes.allSatisfy { byte in
      isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
    }
  }

  private static func isWebScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.isWord("https") || bytes.isWord("http")
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"): true
    default: false
    }
  }

  /// Whether a text without a scheme begins with a host: `//cdn.acme.com`, `www.acme.com/x`, `localhost`.
  private static func looksLikeHost(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.starts(with: "//".utf8) { return bytes.count > 2 && bytes[bytes.startIndex + 2] != UInt8(ascii: "/") }
    let host = bytes.prefix { !"/?#:".utf8.contains($0) }
    if host.elementsEqual("localhost".utf8) { return true }
    guard let dot = host.firstIndex(of: UInt8(ascii: ".")), dot > host.startIndex, dot < host.endIndex - 1 else {
      return false
    }
    return host.allSatisfy { isLetter($0) || isDigit($0) || $0 >= 0x80 || "-._@".utf8.contains($0) }
  }

  /// Before an `@`, what looks like host and port may be a user name and a password with a slash in it.
  private static func hostAndPort(
    _ authority: ArraySlice<UInt8>, isBeforeAt: Bool
  ) throws(Problem) -> (String, Bool) {
    var host = authority
    var port: ArraySlice<UInt8>?
    if host.first == UInt8(ascii: "[") {
      guard let close = host.firstIndex(of: UInt8(ascii: "]")) else { throw .malformedHost("']' is missing") }
      let after = host[(close + 1)...]
      guard after.isEmpty || after.first == UInt8(ascii: ":") else { throw .malformedHost("text after ']'") }
      port = after.isEmpty ? nil : after.dropFirst()
      host = host[(host.startIndex + 1)..<close]
      let isHexadecimal = host.allSatisfy {
        isHexadecimalDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
      }
      let isUnknown = host.contains { $0 >= 0x80 }
      guard isUnknown || (isHexadecimal && host.count { $0 == UInt8(ascii: ":") } >= 2) else {
        throw .malformedHost("no IPv6 address stands between the brackets")
      }
    } else {
      if let colon = host.firstIndex(of: UInt8(ascii: ":")) {
        port = host[(colon + 1)...]
        host = host[..<colon]
      }
      if host.isEmpty { throw .missingHost }
      if let bad = host.first(where: isForbiddenInHost) {
        throw .malformedHost("it cannot hold '\(Unicode.Scalar(bad))'")
      }
      if zip(host, host.dropFirst()).contains(where: { $0 == UInt8(ascii: ".") && $0 == $1 })
        || host.first == UInt8(ascii: ".")
      {
        throw .malformedHost("a part between dots is empty")
      }
    }
    if let port {
      let text = String(decoding: port, as: UTF8.self)
      let isUnknown = text.unicodeScalars.contains(unknown)
      guard port.isEmpty || isUnknown || (port.allSatisfy(isDigit) && UInt16(text) != nil) else {
        // Letters and long numbers there are more often the rest of `user:password` than a slip of the pen.
        throw .malformedPort(isBeforeAt || !port.allSatisfy(isDigit) || port.count > 6 ? nil : text)
      }
    }
    return (normalized(host), port?.isEmpty == false)
  }

  private static func isForbiddenInHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\""),
      UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// The host with its escapes undone and in lower case; full-width letters and dots are made plain ones, as browsers
  /// do.
  private static func normalized(_ host: ArraySlice<UInt8>) -> String {
    if host.last != UInt8(ascii: "."), host.allSatisfy(isNormal) { return String(decoding: host, as: UTF8.self) }
    var result = ""
    for scalar in PercentEncoding.decoding(Array(host)).unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3002, 0xFF61: result += "."
      default: result.unicodeScalars.append(scalar)
      }
    }
    if result.count > 1, result.hasSuffix(".") { result.removeLast() }
    return result.lowercased()
  }

  /// Whether a byte stands for itself in a host, as in most.
  private static func isNormal(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte != UInt8(ascii: "%") && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isHexadecimalDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}

extension WebAddress {
  /// From where the host can be reached.
  public var reach: HostReach { HostReach(host: host) }

  /// Whether the host is the machine itself.
  public var isLoopback: Bool { reach == .loopback }

  /// Where what follows the host stands, as UTF-8 offsets in ``text``.
  public var parts: AddressParts { AddressParts(of: text) }

  /// The path, escapes undone.
  public var path: String { PercentEncoding.decoding(Array(Array(text.utf8)[parts.path])) }

  /// Whether a variable without a value may bring in more of a query than can be seen.
  public var mayHoldMoreParameters: Bool {
    let parts = parts
    let isHidden = String(decoding: Array(text.utf8)[parts.path], as: UTF8.self).isPartlyUnknown
    return isHidden || parts.parameters.contains { $0.name.isPartlyUnknown }
  }
}

extension String {
  /// Whether a variable without a value stands in it.
  public var isPartlyUnknown: Bool { unicodeScalars.contains(WebAddress.unknown) }
}
