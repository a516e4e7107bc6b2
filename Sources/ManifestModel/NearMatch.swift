import ManifestText

/// The search for the word that somebody meant.
public enum NearMatch {
  /// The one candidate that is near a word; `nil` if there is none, or more than one.
  ///
  /// Near is an optimal string alignment distance of at most 2 that is also under a third of the longer word, case
  /// ignored. A silent linter is better than one that guesses wrong.
  public static func unique(_ word: String, among candidates: some Sequence<String>) -> String? {
    var match: String?
    var isAmbiguous = false
    for candidate in candidates where candidate != match && isNear(word, candidate) {
      // What differs in case alone is nearer than all others.
      if differsInCaseAlone(word, candidate) { return candidate }
      isAmbiguous = match != nil
      match = candidate
    }
    return isAmbiguous ? nil : match
  }

  /// Whether two words are the same but for the case of ASCII letters.
  private static func differsInCaseAlone(_ word: String, _ other: String) -> Bool {
    word.utf8.count == other.utf8.count
      && zip(word.utf8, other.utf8).allSatisfy { $0 == $1 || ($0 ^ $1 == 0x20 && (0x61...0x7A).contains($0 | 0x20)) }
  }

  /// Whether two words are near each other.
  ///
  /// In words joined by hyphens each part must be near its counterpart: `lead-details` is not `deal-details`.
  public static func isNear(_ word: String, _ other: String) -> Bool {
    guard isNear(whole: word, other) else { return false }
    let (parts, others) = (word.split(separator: "-"), other.split(separator: "-"))
    guard parts.count == others.count, parts.count > 1 else { return true }
    return zip(parts, others).allSatisfy { $0.lowercased() == $1.lowercased() || isNear(whole: String($0), String($1)) }
  }

  private static func isNear(whole word: String, _ other: String) -> Bool {
    // A scalar takes up to four bytes in UTF-8, so that no text is near one several times as long.
    let (bytes, others) = (word.utf8.count, other.utf8.count)
    guard min(bytes, others) * 4 + 8 >= max(bytes, others) else { return false }
    guard LetterSet(word.utf8).mayBeNear(LetterSet(other.utf8)) else { return false }
    let (first, second) = (Array(word.lowercased().unicodeScalars), Array(other.lowercased().unicodeScalars))
    let longer = max(first.count, second.count)
    guard abs(first.count - second.count) <= 2, longer <= 128 else { return false }
    let distance = EditDistance.between(first, second)
    return distance <= 2 && distance * 3 < longer
  }
}
