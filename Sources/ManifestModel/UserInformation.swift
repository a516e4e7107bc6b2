import ManifestText

/// The `user:password` part of an address.
public enum UserInformation {
  /// Where it stands in an address such as `https://user:password@host/`, as UTF-8 offsets without the `@`.
  public static func range(in address: String) -> Range<Int>? {
    ranges(in: Array(address.utf8)[...]).first
  }

  /// The address without it and its `@`.
  public static func removing(from address: String) -> String {
    guard let range = range(in: address) else { return address }
    let bytes = Array(address.utf8)
    return String(decoding: bytes[..<range.lowerBound] + bytes[range.upperBound...].dropFirst(), as: UTF8.self)
  }

  /// Where it stands in the addresses of a text, whether these are whole or not.
  ///
  /// Behind `//`, or behind `https:` without slashes, it is all up to the `@`; elsewhere it must hold a `:`, since
  /// `support@example.org` is a mail address.
  public static func ranges(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    guard bytes.contains(UInt8(ascii: "@")) else { return [] }
    var result: [Range<Int>] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.endIndex
      if let last = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) {
        var line = AddressLine(bytes[start..<end], lastAt: last)
        result += line.ranges()
      }
      start = end + 1
    }
    return result
  }

  /// Where it stands in an address that is the whole text and has a line break, or what it was folded to, before the
  /// `@`: neither line shows an address with user information.
  public static func rangeAcrossLines(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), bytes[first] | 0x20 == UInt8(ascii: "h"),
      let colon = bytes[first...].firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8),
      bytes[first..<colon].isWord("https") || bytes[first..<colon].isWord("http")
    else { return nil }
    let start = colon + 3
    let end = bytes[start...].firstIndex { $0 <= 0x20 || "/?#\\@".utf8.contains($0) } ?? bytes.endIndex
    guard end < bytes.endIndex, bytes[end] <= 0x20, bytes[start..<end].contains(UInt8(ascii: ":")),
      let next = bytes[end...].firstIndex(where: { $0 > 0x20 })
    else { return nil }
    let last = bytes[next...].firstIndex { $0 <= 0x20 || "/?#\\".utf8.contains($0) } ?? bytes.endIndex
    return bytes[next..<last].lastIndex(of: UInt8(ascii: "@")).map { start..<$0 }
  }

  /// Where it stands in addresses that are percent-encoded, as in `redirect_uri=https%3A%2F%2Fuser%3Apassword%40host`.
  public static func encodedRanges(in bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    var index = 0
    while let percent = bytes.span.firstOffset(of: UInt8(ascii: "%"), from: index) {
      if start != nil, bytes[index..<percent].contains(where: { $0 <= 0x20 || "\"'&#".utf8.contains($0) }) {
        start = nil
      }
      let code = bytes[percent...].dropFirst().prefix(2)
      index = percent + 1
      if code.isWord("2f") {
        let next = bytes[percent...].dropFirst(3).prefix(3)
        start = next.first == UInt8(ascii: "%") && next.dropFirst().isWord("2f") ? next.endIndex : nil
        if let start { index = start }
      } else if code.isWord("3f") || code.isWord("23") {
        start = nil
      } else if code.isWord("40"), let begin = start ?? beginOfAuthority(in: bytes, before: percent) {
        // A password may hold an `@` itself.
        if result.last?.lowerBound == begin { result.removeLast() }
        if begin < percent { result.append(begin..<percent) }
      }
    }
    return result
  }
}

extension UserInformation {
  /// Where the authority of an address begins that goes on up to a place, if nothing ends it before.
  ///
  /// It looks back no further than user names and passwords are long.
  private static func beginOfAuthority(in bytes: [UInt8], before end: Int) -> Int? {
    var start = end
    while start > 0, end - start <= 256, bytes[start - 1] > 0x20, !"/\\?#&=\"'<>@".utf8.contains(bytes[start - 1]) {
      start -= 1
    }
    return start >= 3 && bytes[..<start].suffix(3).elementsEqual("://".utf8) ? start : nil
  }
}

/// Looks for user information in one line, from left to right.
private struct AddressLine {
  private let bytes: ArraySlice<UInt8>
  private let lastAt: Int
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>, lastAt: Int) {
    self.bytes = bytes
    self.lastAt = lastAt
    index = bytes.startIndex
  }

  mutating func ranges() -> [Range<Int>] {
    var result: [Range<Int>] = []
    // Where the word began in which a colon without slashes was seen.
    var wordStart = index
    var colon: Int?
    while index <= lastAt {
      if let start = authorityStart() {
        let end = bytes[start...].firstIndex { Self.endsAuthority($0) } ?? bytes.endIndex
        let found = userInformation(in: start..<end)
        if !found.isEmpty { result.append(found) }
        index = max(found.upperBound, end)
        (wordStart, colon) = (index, nil)
        continue
      }
      switch bytes[index] {
      case _ where Self.isBlank(bytes[index]) || isOuterQuote(index):
        (wordStart, colon) = (index + 1, nil)
      case UInt8(ascii: ":") where colon == nil && !bytes[wordStart..<index].elementsEqual("mailto".utf8):
        colon = index
      case UInt8(ascii: "@"):
        if let colon, index > colon + 1 {
          // A password may hold an `@` itself.
          let end = bytes[index...lastAt].firstIndex { Self.endsAuthority($0) } ?? lastAt + 1
          let last = bytes[index..<end].lastIndex(of: UInt8(ascii: "@")) ?? index
          result.append(wordStart..<last)
          index = last
        }
        (wordStart, colon) = (index + 1, nil)
      default: break
      }
      index += 1
    }
    return result
  }

  /// Where an authority begins if it is announced here: by two slashes, or by `http:` or `https:` without.
  private func authorityStart() -> Int? {
    let rest = bytes[index...]
    if Self.isSlash(rest.first), Self.isSlash(rest.dropFirst().first) {
      return rest.firstIndex { !Self.isSlash($0) } ?? bytes.endIndex
    }
    guard let first = rest.first, first | 0x20 == UInt8(ascii: "h") else { return nil }
    for scheme in ["https:", "http:"] {
      let head = rest.prefix(scheme.utf8.count)
      guard head.count == scheme.utf8.count, zip(head, scheme.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else {
        continue
      }
      return bytes[head.endIndex...].firstIndex { !Self.isSlash($0) } ?? bytes.endIndex
    }
    return nil
  }

  /// The user information of an authority; empty if there is none.
  private func userInformation(in authority: Range<Int>) -> Range<Int> {
    let start = authority.lowerBound
    guard start <= lastAt else { return start..<start }
    if let at = bytes[authority].lastIndex(of: UInt8(ascii: "@")) { return start..<at }
    // What follows the colon is no port: a password with a slash or a blank in it.
    return hasPassword(bytes[authority]) ? start..<lastAt : start..<start
  }

  private func hasPassword(_ authority: ArraySlice<UInt8>) -> Bool {
    if authority.first == UInt8(ascii: "[") { return false }
    var isInVariable = false
    for index in authority.indices {
      switch authority[index] {
      case UInt8(ascii: "{"): isInVariable = true
      case UInt8(ascii: "}"): isInVariable = false
      case UInt8(ascii: ":") where !isInVariable:
        let digits = authority[(index + 1)...].drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits.first.map { !"\"',;)]}>$".utf8.contains($0) } ?? false
      default: break
      }
    }
    return false
  }

  /// Whether a quote begins or ends a text, as in JSON, and is no part of a password.
  private func isOuterQuote(_ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "\"") else { return false }
    let neighbours = [
      index > bytes.startIndex ? bytes[index - 1] : nil, index + 1 < bytes.endIndex ? bytes[index + 1] : nil,
    ]
    return neighbours.contains { byte in byte.map { Self.isBlank($0) || ",:{}[]".utf8.contains($0) } ?? true }
  }

  private static func isSlash(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    isBlank(byte) || isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }
}
