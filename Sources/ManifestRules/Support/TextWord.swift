import ManifestLint

/// A word of a text: letters and digits without a break.
///
/// A variable without a value, U+FFFC, is taken for a letter: what it completes is no known word.
struct TextWord: Hashable, Sendable {
  /// The word as it is written.
  var text: String
  /// Where it stands in the text, as UTF-8 offsets.
  var offsets: Range<Int>

  /// The words of a text, in order.
  static func all(in text: String) -> [TextWord] {
    let words = TextWords(text)
    return words.map { TextWord(text: words.text($0), offsets: $0) }
  }
}

/// The places of the words of a text, one after the other: a rule that finds nothing in the first need not look at more.
struct TextWords: Sequence, IteratorProtocol, Sendable {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The UTF-8 offsets of the next word.
  mutating func next() -> Range<Int>? {
    let bytes = bytes
    let span = bytes.span
    var start: Int?
    while index < span.count {
      let byte = span[index]
      var length = 1
      let belongsToWord: Bool
      if byte < 0x80 {
        belongsToWord = byte.isASCIILetter || byte.isASCIIDigit
      } else {
        let decoded = span.decodedScalar(at: index)
        length = decoded.length
        belongsToWord = decoded.scalar.map(Self.belongsToWord) ?? false
      }
      if belongsToWord {
        start = start ?? index
      } else if let start {
        return start..<index
      }
      index += length
    }
    return start.map { $0..<span.count }
  }

  private static func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "\u{FFFC}"
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// The word at a place.
  func text(_ offsets: Range<Int>) -> String { String(decoding: bytes[offsets], as: UTF8.self) }

  /// Whether the word at a place is this one, given in small letters, in whatever case.
  func isWord(_ offsets: Range<Int>, _ word: String) -> Bool {
    bytes[offsets].isWord(word)
  }
}

extension UInt8 {
  /// Whether it is one of `a` to `z` or `A` to `Z`.
  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  /// Whether it is one of `0` to `9`.
  var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
