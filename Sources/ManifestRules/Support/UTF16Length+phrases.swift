import ManifestLint

extension UTF16Length {
  /// What to do about a text that is so much too long.
  static func shorteningPhrase(_ excess: Int) -> String {
    "shorten it by \(excess) character\(excess == 1 ? "" : "s")"
  }

  /// The count in words: `33 characters`, with both counts where they differ.
  var phrase: String {
    let atLeast = isLowerBound ? "at least " : ""
    return codeUnits == characters
      ? "\(atLeast)\(codeUnits) characters"
      : "\(atLeast)\(codeUnits) UTF-16 code units (\(characters) characters)"
  }
}

extension Node {
  /// The part of a text behind that many UTF-16 code units, in the source; `nil` where variables hide it.
  func excess(over limit: Int) -> TextRange? {
    // Where `$${` stands for `${`, the text that counts is not the one in the source.
    guard let text = string, Template(text).isAsWritten else { return nil }
    var units = 0
    var offset = 0
    for character in text {
      units += character.utf16.count
      if units > limit { return sourceRange(ofContent: offset..<text.utf8.count) }
      offset += character.utf8.count
    }
    return nil
  }
}
