import ManifestModel
import ManifestSyntax

/// Finds the secrets that became one text with their keys, as in `{password:hunter2}` for want of a blank.
enum GluedSecrets {
  /// Whether a text may hold such a one; the text is that of a file, or what its scalars say.
  ///
  /// It is asked of every file. In a file a colon with a blank behind it ends a key, unless a quote stands before that.
  static func mayStand(in bytes: [UInt8], before separator: UInt8, isContent: Bool) -> Bool {
    var index = 0
    while let place = bytes.span.firstOffset(of: separator, from: index) {
      index = place + 1
      guard place > 0, isWord(bytes[place - 1]) else { continue }
      let isKey =
        !isContent && separator == UInt8(ascii: ":")
        && (index == bytes.count || bytes[index].isBlank || bytes[index].isLineBreak)
      let limit = max(0, place - longestKey)
      if isKey, !SecretScope.mayHaveSecretEnding(bytes[limit..<place]) { continue }
      var start = place
      while start > limit, isWord(bytes[start - 1]) { start -= 1 }
      if isKey, start == 0 || !bytes[start - 1].isQuote { continue }
      let key = bytes[start..<place]
      if Secrets.hasSecretSuffix(key) || SecretScope.mayHaveSecretEnding(key) || Secrets.mayBeNear(key) { return true }
    }
    return false
  }

  /// A key and its value in one text.
  struct Found {
    /// All from the key on.
    var whole: Range<Int>
    /// The value, without quotes.
    var value: Range<Int>
  }

  /// The secret that a text begins with, behind blanks.
  static func first(in text: ArraySlice<UInt8>, _ keys: inout SecretKeys) -> Found? {
    let start = text.firstIndex { !$0.isBlank } ?? text.endIndex
    let end = text[start...].prefix(longestKey + 1).firstIndex { !isWord($0) } ?? start
    guard start < end, end < text.endIndex, ":=".utf8.contains(text[end]) else { return nil }
    let rest = text[(end + 1)...]
    let isGlued = rest.first.map { $0 > 0x20 } ?? false
    let trimmed = rest.drop { $0 <= 0x20 }
    var value = trimmed.startIndex..<((trimmed.lastIndex { $0 > 0x20 } ?? trimmed.startIndex - 1) + 1)
    if value.count > 1, let quote = text[value].first, quote.isQuote, text[value].last == quote {
      value = value.lowerBound + 1..<value.upperBound - 1
    }
    guard !value.isEmpty, keys.holds(text[start..<end], text[value], isGlued: isGlued) else { return nil }
    return Found(whole: start..<value.upperBound, value: value)
  }

  /// What is longer is no key that is looked for.
  private static let longestKey = 64

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

extension SecretKeys {
  /// Whether what stands behind a key in one text with it is a secret, and not the rest of a sentence.
  fileprivate mutating func holds(
    _ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, isGlued: Bool
  ) -> Bool {
    guard contains(key), Template.soleVariable(value) == nil else { return false }
    if !isGlued {
      let words = value.split { $0 <= 0x20 }
      if words.count != 1, words.first?.contains(where: { 0x30...0x39 ~= $0 }) != true { return false }
      // `Password: required` is a label.
      let isWordOfProse = ["password", "secret", "token", "passphrase"].contains { key.isWord($0) }
      if isWordOfProse, !SecretScope.looksSecret(value) { return false }
    }
    return isSecret(value, under: key)
  }
}
