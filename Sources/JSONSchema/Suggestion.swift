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
      if isASCII, word.utf8.count == text.utf8.count, zip(word.utf8, text.utf8).contains(where: mayNotBeSameLetter) {
        return false
      }
      return sizes.contains(word.utf8.count) && word.lowercased() == folded
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
      let distance = distance(written, scalars)
      if distance <= limit, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// Whether two bytes, the second of which is ASCII, are surely not the same letter in whatever case.
  private static func mayNotBeSameLetter(_ byte: UInt8, _ other: UInt8) -> Bool {
    byte < 0x80 && byte | 0x20 != other | 0x20
  }

  /// How many letters must be put in, left out, replaced or swapped with their neighbour.
  private static func distance(_ lhs: [Unicode.Scalar], _ rhs: [Unicode.Scalar]) -> Int {
    // Three rows that take turns: there are many words to be compared.
    var beforeLast = Array(repeating: 0, count: rhs.count + 1)
    var last = Array(0...rhs.count)
    var current = beforeLast
    for row in lhs.indices {
      current[0] = row + 1
      for column in rhs.indices {
        let cost = lhs[row] == rhs[column] ? 0 : 1
        var value = min(last[column + 1] + 1, current[column] + 1, last[column] + cost)
        if row > 0, column > 0, lhs[row] == rhs[column - 1], lhs[row - 1] == rhs[column] {
          value = min(value, beforeLast[column - 1] + 1)
        }
        current[column + 1] = value
      }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[rhs.count]
  }
}
