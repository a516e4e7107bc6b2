import ManifestLint

/// What reviewers object to in the text of a listing.
struct ListingPhrase: Hashable, Sendable {
  /// What it is.
  enum Kind: Hashable, Sendable {
    /// A claim to be more than all others.
    case superlative
    /// The address of a page in the middle of a text.
    case bareURL
    /// An address that does not show where it leads.
    case shortener
  }

  /// What it is.
  var kind: Kind
  /// The piece.
  var text: String
  /// Where it stands, as UTF-8 offsets.
  var offsets: Range<Int>

  /// All of them in a text, in order.
  static func all(in text: String) -> [ListingPhrase] {
    (addresses(in: text) + superlatives(in: text)).sorted { $0.offsets.lowerBound < $1.offsets.lowerBound }
  }

  // MARK: Addresses

  private static func addresses(in text: String) -> [ListingPhrase] {
    let bytes = Array(text.utf8)
    var result: [ListingPhrase] = []
    var start = 0
    while start < bytes.count {
      guard let first = bytes[start...].firstIndex(where: { !isBreak($0) }) else { break }
      let end = bytes[first...].firstIndex(where: isBreak) ?? bytes.count
      start = end
      var piece = bytes[first..<end]
      while let last = piece.last, ".,;:!?'".utf8.contains(last) { piece.removeLast() }
      let word = String(decoding: piece, as: UTF8.self)
      guard let host = host(in: word.lowercased()) else { continue }
      let isShort = shorteners.contains(host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)
      let isInLink = first > 1 && bytes[first - 1] == UInt8(ascii: "(") && bytes[first - 2] == UInt8(ascii: "]")
      if isShort || !isInLink {
        result.append(ListingPhrase(kind: isShort ? .shortener : .bareURL, text: word, offsets: first..<piece.endIndex))
      }
    }
    return result
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "()<>[]\"".utf8.contains(byte)
  }

  /// The host of an address; a name with a dot is none unless it has a scheme, begins with `www.` or is a shortener.
  private static func host(in word: String) -> String? {
    for scheme in ["https://", "http://"] where word.hasPrefix(scheme) {
      return String(word.dropFirst(scheme.count).prefix { !"/?#:".contains($0) })
    }
    let host = String(word.prefix { !"/?#:".contains($0) })
    let isShort = shorteners.contains(host) && word.utf8.count > host.utf8.count
    return isShort || (host.hasPrefix("www.") && host.utf8.count > 4) ? host : nil
  }

  private static let shorteners: Set = [
    "bit.ly", "tinyurl.com", "goo.gl", "t.co", "ow.ly", "is.gd", "v.gd", "buff.ly", "rebrand.ly", "cutt.ly", "rb.gy",
    "shorturl.at", "tiny.cc", "t.ly", "bl.ink", "short.io", "lnkd.in", "s.id", "tr.im", "qr.ae",
    "adf.ly", "soo.gd", "clck.ru", "dub.sh", "shorturl.asia",
  ]

  // MARK: Superlatives

  private static func superlatives(in text: String) -> [ListingPhrase] {
    let words = TextWord.all(in: text)
    let bytes = Array(text.utf8)
    var result: [ListingPhrase] = []
    var index = 0
    while index < words.count {
      guard let length = superlativeLength(words[index...], bytes) else {
        index += 1
        continue
      }
      var start = words[index].offsets.lowerBound
      if start > 0, bytes[start - 1] == UInt8(ascii: "#") { start -= 1 }
      let end = words[index + length - 1].offsets.upperBound
      result.append(
        ListingPhrase(
          kind: .superlative, text: String(decoding: bytes[start..<end], as: UTF8.self), offsets: start..<end))
      index += length
    }
    return result
  }

  /// How many words a superlative at the beginning has; `nil` if there is none.
  ///
  /// Only what is plainly praise counts: "the best time to call" is none, "the best CRM" is one.
  private static func superlativeLength(_ words: ArraySlice<TextWord>, _ bytes: [UInt8]) -> Int? {
    let lower = words.prefix(5).map { $0.text.lowercased() }
    guard let first = lower.first, let start = words.first?.offsets.lowerBound else { return nil }
    if first == "1", start > 0, bytes[start - 1] == UInt8(ascii: "#") { return 1 }
    if praise.contains(first) { return 1 }
    for phrase in phrases where lower.starts(with: phrase) { return phrase.count }
    guard ["the", "s", "our"].contains(first), lower.count > 1 else { return nil }
    if lower[1] == "most", lower.count > 2, degrees.contains(lower[2]) { return 3 }
    guard superlatives.contains(lower[1]) else { return nil }
    // What is praised follows within two words.
    return lower.indices.dropFirst(2).prefix(2).first { praised.contains(lower[$0]) }.map { $0 + 1 }
  }

  private static let praise: Set = [
    "unbeatable", "unmatched", "unparalleled", "unrivalled", "unrivaled", "unsurpassed", "revolutionary",
    "groundbreaking",
  ]
  private static let phrases = [
    ["best", "in", "class"], ["number", "one"], ["world", "s", "best"], ["world", "s", "leading"],
    ["world", "s", "first"], ["world", "s", "fastest"], ["world", "leading"], ["world", "class"],
    ["market", "leading"], ["industry", "leading"], ["second", "to", "none"], ["the", "ultimate"],
  ]
  private static let degrees: Set = [
    "powerful", "advanced", "complete", "popular", "trusted", "intuitive", "innovative", "comprehensive", "loved",
    "reliable", "accurate", "flexible", "secure", "efficient", "sophisticated",
  ]
  private static let superlatives: Set = [
    "best", "fastest", "easiest", "greatest", "cheapest", "leading", "smartest", "simplest", "finest", "top",
  ]
  private static let praised: Set = [
    "app", "apps", "application", "integration", "integrations", "tool", "tools", "solution", "solutions", "software",
    "platform", "way", "crm", "service", "product", "add", "extension", "plugin", "connector", "system", "choice",
    "company", "provider",
  ]
}
