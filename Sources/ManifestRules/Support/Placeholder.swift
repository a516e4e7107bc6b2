import ManifestLint

/// A piece of a text that stands there until somebody writes what is meant.
struct Placeholder: Hashable, Sendable {
  /// The piece.
  var text: String
  /// Where it stands, as UTF-8 offsets.
  var offsets: Range<Int>

  /// The first placeholder in a text; `nil` if it has none.
  static func first(in text: String) -> Placeholder? {
    guard mayHaveOne(text) else { return nil }
    return [wholeText(text), word(in: text), bracket(in: text)].compactMap(\.self)
      .min { $0.offsets.lowerBound < $1.offsets.lowerBound }
  }

  /// Whether a bracket is there, or the letters that each of them begins with.
  private static func mayHaveOne(_ text: String) -> Bool {
    // The last three bytes, as small letters.
    var letters: UInt32 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "[") { return true }
      letters = (letters << 8 | UInt32(byte | 0x20)) & 0xFF_FFFF
      switch letters {
      // "tbd", "tod", "unt", "cha", "ips"
      case 0x74_6264, 0x74_6F64, 0x75_6E74, 0x63_6861, 0x69_7073: return true
      // "my" as a word
      case 0x6D_7900...0x6D_79FF where !byte.isASCIILetter: return true
      default: break
      }
    }
    return false
  }

  private static func wholeText(_ text: String) -> Placeholder? {
    var words = TextWords(text)
    guard let first = words.next(), words.isWord(first, "my") || words.isWord(first, "untitled") else { return nil }
    let bare = TextWord.all(in: text).map { $0.text.lowercased() }
    guard ["my app", "my application", "untitled", "untitled app"].contains(bare.joined(separator: " ")) else {
      return nil
    }
    return Placeholder(text: text, offsets: 0..<text.utf8.count)
  }

  private static func word(in text: String) -> Placeholder? {
    var words = TextWords(text)
    var previous: Range<Int>?
    while let word = words.next() {
      let written = { words.text(word) }
      // In lower case it may be a word of another language: "todo" is Spanish for all.
      switch word.count {
      case 3 where written() == "TBD", 4 where written() == "TODO", 8 where words.isWord(word, "changeme"):
        return Placeholder(text: written(), offsets: word)
      case 5 where words.isWord(word, "ipsum"):
        guard let previous, words.isWord(previous, "lorem") else { break }
        return Placeholder(
          text: "\(words.text(previous)) \(written())", offsets: previous.lowerBound..<word.upperBound)
      default: break
      }
      previous = word
    }
    return nil
  }

  /// `[your name]`, but no link of Markdown, no `[x]` and no `[1]`.
  private static func bracket(in text: String) -> Placeholder? {
    let bytes = Array(text.utf8)
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "[")) {
      index = open + 1
      guard let close = bytes[index...].firstIndex(where: { "[]\n".utf8.contains($0) }),
        bytes[close] == UInt8(ascii: "]")
      else { continue }
      let content = String(decoding: bytes[index..<close], as: UTF8.self)
      let next = close + 1 < bytes.count ? bytes[close + 1] : 0
      let isLink = "([:".utf8.contains(next) || (open > 0 && bytes[open - 1] == UInt8(ascii: "]"))
      index = close + 1
      guard !isLink, isPlaceholder(content) else { continue }
      return Placeholder(text: "[\(content)]", offsets: open..<close + 1)
    }
    return nil
  }

  private static func isPlaceholder(_ content: String) -> Bool {
    if content == "…" || content == "..." { return true }
    return content.unicodeScalars.count > 1 && content.unicodeScalars.contains { $0.properties.isAlphabetic }
      && !content.isPartlyUnknown
  }
}
