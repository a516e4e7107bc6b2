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
    var words: [TextWord] = []
    var word = ""
    var offset = 0
    for scalar in (text + " ").unicodeScalars {
      let length = UTF8.width(scalar)
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "\u{FFFC}"
        || scalar.properties.generalCategory == .nonspacingMark
      {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(TextWord(text: word, offsets: offset - word.utf8.count..<offset))
        word = ""
      }
      offset += length
    }
    return words
  }
}
