import ManifestText

/// Finds the word that somebody meant.
public enum Suggestion {
  /// The word that differs least from what was written; `nil` if none is close.
  ///
  /// A third of the letters may differ, at least one. A word that differs in case alone wins. Of more than a thousand
  /// words none is suggested: a document may have as many wrong ones.
  public static func closest(to text: String, among words: [String]) -> String? {
    let written = Array(text.unicodeScalars)
    guard (1...64).contains(written.count), words.count <= 1_000 else { return nil }
    let folded = text.lowercased()
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    // No letter has more than four bytes in one case and one in the other.
    let sizes = text.utf8.count / 4...text.utf8.count * 4
    let isSame = { (word: String) in
      guard sizes.contains(word.utf8.count) else { return false }
      let isOther = isASCII && word.utf8.count == text.utf8.count && zip(word.utf8, text.utf8).contains(where: areOther)
      return !isOther && word.lowercased() == folded
    }
    if let word = words.first(where: isSame) { return word }
    var best: (word: String, distance: Int)?
    for word in words {
      // What has fewer bytes has fewer letters.
      if word.utf8.count * 3 < written.count * 2 - 3 { continue }
      let scalars = Array(word.unicodeScalars)
      let limit = max(1, min(written.count, scalars.count) / 3)
      // A word of one or two letters is as close to any other.
      guard scalars.count > 2 || written.count > 2, scalars.count <= 64,
        abs(scalars.count - written.count) <= limit
      else { continue }
      let distance = EditDistance.between(written, scalars)
      if distance <= limit, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// Whether two bytes, the second of which is ASCII, are surely other letters, and not one in two cases.
  private static func areOther(_ byte: UInt8, _ other: UInt8) -> Bool {
    byte < 0x80 && byte | 0x20 != other | 0x20
  }
}
