import ManifestText

/// The number of a host.
enum IPAddress: Hashable, Sendable {
  case version4(UInt32)
  case version6([UInt16])

  /// Reads a host in lower case, an IPv6 one without its brackets; `nil` if it is a name.
  ///
  /// IPv4 addresses are read as browsers do: `127.1`, `0x7f000001` and `2130706433` are all 127.0.0.1.
  init?(_ host: String) {
    // The last letter shows most names for what they are.
    guard let last = host.utf8.last, last < UInt8(ascii: "g") || last == UInt8(ascii: "x") else { return nil }
    if host.holds(byte: UInt8(ascii: ":")) {
      guard let groups = Self.groups(host) else { return nil }
      // `::ffff:127.0.0.1` is an IPv4 address in the clothes of an IPv6 one.
      let isMapped = groups[..<5].allSatisfy { $0 == 0 } && groups[5] == 0xFFFF
      self = isMapped ? .version4(UInt32(groups[6]) << 16 | UInt32(groups[7])) : .version6(groups)
    } else {
      // The last part of a number begins with a digit, that of a name hardly ever.
      let last = host.utf8.reversed().prefix { $0 != UInt8(ascii: ".") }.last
      guard let last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last),
        let number = Self.version4Number(host)
      else { return nil }
      self = .version4(number)
    }
  }

  private static func version4Number(_ host: String) -> UInt32? {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count) else { return nil }
    var numbers: [UInt64] = []
    for part in parts {
      guard let number = number(part) else { return nil }
      numbers.append(number)
    }
    // All but the last are one byte each; the last fills what is left.
    guard let last = numbers.popLast(), numbers.allSatisfy({ $0 <= 255 }), last < 1 << UInt64(8 * (4 - numbers.count))
    else { return nil }
    var result = last
    for (index, number) in numbers.enumerated() { result |= number << UInt64(8 * (3 - index)) }
    return UInt32(result)
  }

  private static func number(_ part: Substring) -> UInt64? {
    guard part.utf8.first != UInt8(ascii: "+"), part.utf8.first != UInt8(ascii: "-") else { return nil }
    if part.hasPrefix("0x") { return part.utf8.count == 2 ? 0 : UInt64(part.dropFirst(2), radix: 16) }
    return part.utf8.count > 1 && part.hasPrefix("0") ? UInt64(part, radix: 8) : UInt64(part)
  }

  private static func groups(_ host: String) -> [UInt16]? {
    let gap = host.firstPlace(of: "::")
    guard let head = pieces(gap.map { host[..<$0.lowerBound] } ?? host[...]),
      let tail = pieces(gap.map { host[$0.upperBound...] } ?? "")
    else { return nil }
    let missing = 8 - head.count - tail.count
    guard gap == nil ? missing == 0 : missing >= 1 else { return nil }
    return head + Array(repeating: 0, count: missing) + tail
  }

  /// The groups between colons; an IPv4 address at the end is two of them.
  private static func pieces(_ text: Substring) -> [UInt16]? {
    if text.isEmpty { return [] }
    var result: [UInt16] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, part.utf8.contains(UInt8(ascii: ".")) {
        guard let number = version4Number(String(part)) else { return nil }
        result += [UInt16(number >> 16), UInt16(truncatingIfNeeded: number)]
      } else {
        guard (1...4).contains(part.utf8.count), let group = UInt16(part, radix: 16) else { return nil }
        result.append(group)
      }
    }
    return result
  }
}
