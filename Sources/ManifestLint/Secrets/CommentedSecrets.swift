import ManifestModel
import ManifestText

/// Finds the secrets that were made comments, as in `# jwtSecret: hunter2`.
///
/// A comment is mostly prose: what has a key before it and is one word, or in quotes, is taken for a value.
enum CommentedSecrets {
  /// Where such values stand.
  static func ranges(in comments: [TextRange], of bytes: [UInt8], _ keys: inout SecretKeys) -> [Range<Int>] {
    var result: [Range<Int>] = []
    // Behind a key without a value on its own line: how deep the key stands, and where its line ends.
    var open: (column: Int, end: Int)?
    for comment in comments {
      let range = comment.utf8Offsets
      let words = trimmed(range.drop { bytes[$0] == UInt8(ascii: "#") }, bytes)
      if let key = open, words.lowerBound - range.lowerBound > key.column, isNextLine(key.end..<range.lowerBound, bytes)
      {
        result.append(words)
        open?.end = range.upperBound
        continue
      }
      open = nil
      guard let found = value(in: words, of: bytes, &keys) else { continue }
      if found.value.isEmpty {
        open = (found.key - range.lowerBound, range.upperBound)
      } else {
        result.append(found.value)
      }
    }
    return result.filter { !$0.isEmpty }
  }

  /// The value of the first key of a secret, empty where it may stand on the lines below, and where the key begins.
  private static func value(
    in comment: Range<Int>, of bytes: [UInt8], _ keys: inout SecretKeys
  ) -> (key: Int, value: Range<Int>)? {
    var candidates = 0
    for separator in comment where bytes[separator] == UInt8(ascii: ":") || bytes[separator] == UInt8(ascii: "=") {
      var end = separator
      while end > comment.lowerBound, bytes[end - 1].isBlank || bytes[end - 1].isQuote { end -= 1 }
      var start = end
      while start > comment.lowerBound, end - start <= 64, isWord(bytes[start - 1]) { start -= 1 }
      let key = bytes[start..<end]
      guard start < end, keys.contains(key) else { continue }
      // Each looks at the rest of the line.
      candidates += 1
      if candidates > 16 { return nil }
      let value = valueRange(after: separator + 1, upTo: comment.upperBound, bytes)
      if value.isEmpty { return (start, value) }
      if keys.isSecretAsTextOnly(key), !SecretScope.looksSecret(bytes[value]) { continue }
      if isShown(bytes[value]) { continue }
      return (start, value)
    }
    return nil
  }

  /// The value behind a key: what is in quotes, or a word; where more words follow, nothing but a word with a digit.
  private static func valueRange(after start: Int, upTo end: Int, _ bytes: [UInt8]) -> Range<Int> {
    let all = trimmed(start..<end, bytes)
    guard let first = all.first, !"|>".utf8.contains(bytes[first]) else { return end..<end }
    if bytes[first].isQuote {
      let close = bytes[first + 1..<all.upperBound].lastIndex(of: bytes[first])
      return first..<(close.map { $0 + 1 } ?? all.upperBound)
    }
    return all
  }

  /// Whether a value is a variable alone, or prose: several words of which the first has no digit.
  private static func isShown(_ value: ArraySlice<UInt8>) -> Bool {
    let words = value.split { $0.isBlank }
    if words.count > 1, let first = words.first, let byte = first.first, !byte.isQuote {
      let hasDigit = first.contains { 0x30...0x39 ~= $0 }
      return !hasDigit && words[1].first != UInt8(ascii: "#") && !first.contains(UInt8(ascii: ","))
    }
    let inner = value.drop { $0.isQuote }.prefix { !$0.isQuote && $0 != UInt8(ascii: ",") }
    let template = Template(String(decoding: inner, as: UTF8.self))
    return template.isSingleVariable && template.variables[0].defaultValue == nil
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first].isBlank { range = first + 1..<range.upperBound }
    while let last = range.last, bytes[last].isBlank { range = range.lowerBound..<last }
    return range
  }

  /// Whether nothing but one line break and blanks stand in a range.
  private static func isNextLine(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let gap = bytes[range].filter { !$0.isBlank }
    return gap == [0x0A] || gap == [0x0D] || gap == [0x0D, 0x0A]
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
