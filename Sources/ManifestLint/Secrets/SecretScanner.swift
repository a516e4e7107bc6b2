import ManifestModel
import ManifestSyntax
import ManifestText

/// Finds what may be a secret in a text that cannot be read as YAML or JSON.
///
/// It goes over the bytes once. From the key of a secret on, everything is hidden up to the next key that is not part
/// of the value: in a broken text it is better to hide too much than too little.
struct SecretScanner {
  private let bytes: [UInt8]
  private let isJSON: Bool
  private var index: Int
  private var line: Line
  private var keys: SecretKeys
  private var result: [Range<Int>] = []
  /// Where anchors are, and the names of those that a secret may refer to.
  private var anchors: [ArraySlice<UInt8>: [(end: Int, line: Line)]] = [:]
  private var aliases: Set<ArraySlice<UInt8>> = []
  /// The comments behind variables that stand for secrets.
  private var comments: [TextRange] = []
  /// Lines of comments, one below the other, and whether a text follows them: each key in them asks.
  private var passedComments: (lines: Range<Int>, isText: Bool) = (0..<0, false)
  /// How many bytes were looked at beyond those that the scan came to.
  private(set) var steps = 0

  /// What stands before the place in its line.
  private struct Line {
    var start: Int
    /// How many blanks it begins with, once something follows them.
    var indentation: Int?
    /// Whether there is more than blanks, quotes, and the indicators of items and keys.
    var hasContent = false
    var hasBracket = false
  }

  init(_ source: SourceText, _ scope: SecretScope) {
    keys = SecretKeys(scope)
    bytes = source.bytes
    index = source.byteOrderMarkLength
    line = Line(start: index)
    let first = bytes[index...].first { !Self.isSpace($0) }
    isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// Where values of secrets stand, or may stand; each is more than a variable alone.
  static func ranges(in source: SourceText, _ scope: SecretScope) -> [Range<Int>] {
    var scanner = SecretScanner(source, scope)
    scanner.scan()
    return scanner.result
  }

  mutating func scan() {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&") { noteAnchor() }
      if line.indentation == nil, !Self.isSpace(byte) { line.indentation = index - line.start }
      guard Self.isWord(byte) else {
        pass(byte)
        continue
      }
      let word = index..<endOfWord(index)
      index = word.upperBound
      if let value = valueStart(behind: word) { hide(from: value, key: word.lowerBound) }
      // The dash of an item is no content.
      if word.count > 1 || byte != UInt8(ascii: "-") { line.hasContent = true }
    }
    // What a secret's alias stands for.
    index = 0
    for anchor in aliases.flatMap({ anchors[$0] ?? [] }).sorted(by: { $0.end < $1.end }) where anchor.end >= index {
      (index, line) = (anchor.end, anchor.line)
      hide(from: anchor.end, key: anchor.end)
    }
    result += CommentedSecrets.ranges(in: comments, of: bytes, &keys)
  }

  private mutating func pass(_ byte: UInt8) {
    index += 1
    if byte.isLineBreak {
      line = Line(start: index)
    } else if !byte.isBlank, !byte.isQuote, byte != UInt8(ascii: "?") {
      line.hasContent = true
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { line.hasBracket = true }
    }
  }

  /// Where the value begins behind a word that is the key of a secret; `nil` behind any other word.
  private mutating func valueStart(behind word: Range<Int>) -> Int? {
    var end = word.upperBound
    if end < bytes.count, bytes[end].isQuote { end += 1 }
    let afterBlanks = skipSpaces(end)
    let isSeparated = afterBlanks < bytes.count && ":=".utf8.contains(bytes[afterBlanks])
    let key = bytes[word]
    let isSecret =
      Secrets.hasSecretSuffix(key)
      // A key with an escape in it may be any key.
      || (isSeparated && (keys.contains(key) || key.contains(UInt8(ascii: "\\"))))
    guard isSecret else { return nil }
    if isSeparated, keys.isSecretAsTextOnly(key), !isText(at: afterBlanks + 1) { return nil }
    return isSeparated ? afterBlanks + 1 : end
  }

  /// Whether a value that begins there is something else than an object, as far as can be seen.
  private mutating func isText(at start: Int) -> Bool {
    var index = skipSpaces(start)
    let isComment = index < bytes.count && bytes[index] == UInt8(ascii: "#")
    if isComment, passedComments.lines.contains(index) { return passedComments.isText }
    let first = index
    while index < bytes.count, bytes[index] == UInt8(ascii: "#") {
      while index < bytes.count, !bytes[index].isLineBreak { index += 1 }
      index = skipSpaces(index)
    }
    steps += index - first
    let isText = index < bytes.count && bytes[index] != UInt8(ascii: "{") && !isKey(at: index)
    if isComment { passedComments = (first..<index, isText) }
    return isText
  }

  /// Hides from there to the end of the value, unless that is a variable alone.
  private mutating func hide(from start: Int, key: Int) {
    let start = min(start, bytes.count)
    let end = endOfValue(start, key: key)
    steps += end - start
    var last = end
    while last > start, Self.isSpace(bytes[last - 1]) { last -= 1 }
    let first = min(skipSpaces(start), last)
    if first < last, !isNothing(first..<last), !isVariableAlone(first..<last) {
      result.append(first..<last)
      noteAliases(first..<last)
    }
    // The lines of the value are behind.
    if end > index {
      if let lineBreak = bytes[index..<end].lastIndex(where: \.isLineBreak) { line = Line(start: lineBreak + 1) }
      index = end
    }
  }

  private mutating func noteAnchor() {
    let end = endOfWord(index + 1)
    anchors[bytes[index + 1..<end], default: []].append((end, line))
  }

  private mutating func noteAliases(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      index += 1
      guard bytes[index - 1] == UInt8(ascii: "*") else { continue }
      let end = min(endOfWord(index), range.upperBound)
      if end > index { aliases.insert(bytes[index..<end]) }
      index = max(index, end)
    }
  }
}

// MARK: - The end of a value

extension SecretScanner {
  private func endOfValue(_ start: Int, key: Int) -> Int {
    // Keys behind a comma count where the value is certainly in brackets; text may have commas of its own.
    let isInBrackets = isJSON || line.hasBracket
    let isQuoted = key > line.start && bytes[key - 1].isQuote
    let column = key - line.start - (isQuoted ? 1 : 0)
    let limit = line.hasContent ? line.indentation ?? 0 : column
    var index = endOfQuotedOrNested(start)
    var isOnFirstLine = !bytes[start..<index].contains(where: \.isLineBreak)
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isLineBreak {
        isOnFirstLine = false
        if endsBlock(atLine: index + 1, limit) { return index }
      } else if byte == UInt8(ascii: ","), isInBrackets, isJSON || isOnFirstLine, isKeyBehind(comma: index) {
        return index
      }
      index += 1
    }
    return index
  }

  /// The end of what begins with a quote or bracket; of a bracket that is never closed, the end of the text.
  private func endOfQuotedOrNested(_ start: Int) -> Int {
    let first = skipSpaces(start)
    guard first < bytes.count else { return start }
    if bytes[first].isQuote { return endOfQuoted(first) }
    guard bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "[") else { return start }
    var depth = 0
    var index = first
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case let byte
      where byte.isQuote && (Self.isSpace(bytes[index - 1]) || ",:{[".utf8.contains(bytes[index - 1])):
        index = endOfQuoted(index)
        continue
      default: break
      }
      index += 1
    }
    return index
  }

  /// The end of a text in quotes; of one that is never closed, the end of the text.
  private func endOfQuoted(_ start: Int) -> Int {
    let quote = bytes[start]
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
      } else if bytes[index] != quote {
        index += 1
      } else if quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote {
        index += 2
      } else {
        return index + 1
      }
    }
    return bytes.count
  }

  /// Whether a line begins what is no part of a block indented by more than the limit.
  private func endsBlock(atLine start: Int, _ limit: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    guard index < bytes.count, index - start <= limit else { return false }
    if index == start, isMarker(index) { return true }
    while index + 1 < bytes.count, "-?".utf8.contains(bytes[index]), bytes[index + 1].isBlank {
      if index - start < limit { return true }
      index += 1
      while index < bytes.count, bytes[index].isBlank { index += 1 }
    }
    return isKey(at: index)
  }

  private func isMarker(_ index: Int) -> Bool {
    (bytes[index...].starts(with: "---".utf8) || bytes[index...].starts(with: "...".utf8))
      && (index + 3 >= bytes.count || Self.isSpace(bytes[index + 3]))
  }

  private func isKeyBehind(comma: Int) -> Bool {
    var index = comma + 1
    while index < bytes.count, Self.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "{") { index += 1 }
    return isKey(at: index)
  }

  /// Whether a key stands there, in quotes or not, with its colon.
  private func isKey(at start: Int) -> Bool {
    guard start < bytes.count else { return false }
    var index = start
    let isQuoted = bytes[start].isQuote
    if isQuoted {
      let inner = bytes[(start + 1)...].prefix(Self.longestKey)
      guard let end = inner.firstIndex(where: { $0 == bytes[start] || $0.isLineBreak }), bytes[end] == bytes[start]
      else { return false }
      index = end + 1
    } else {
      let word = bytes[start...].prefix(Self.longestKey + 1)
      index = word.firstIndex { !Self.isWord($0) } ?? word.endIndex
      if index == start || index - start > Self.longestKey { return false }
    }
    index = skipSpaces(index)
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return false }
    let next = index + 1 < bytes.count ? bytes[index + 1] : nil
    // `hunter:2` is a text, `name: x` and `"name":x` are keys.
    return isQuoted || next.map { Self.isSpace($0) || "\"'[{".utf8.contains($0) } ?? true
  }

  /// What is longer is no key that is looked for; it also keeps the search from going far at each comma.
  private static let longestKey = 256
}

// MARK: - Variables

extension SecretScanner {
  /// Whether there is nothing in a range but punctuation and words that stand for nothing.
  private func isNothing(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { Self.isSpace($0) || "\"',:{}[]|>".utf8.contains($0) }
  }

  /// Whether a range holds one variable without a default, and else only punctuation and comments.
  ///
  /// The comments may hold what the variable took the place of, and are looked at later.
  private mutating func isVariableAlone(_ range: Range<Int>) -> Bool {
    guard let dollar = bytes[range].firstIndex(where: { !Self.isSpace($0) && !$0.isQuote }),
      bytes[dollar] == UInt8(ascii: "$"),
      let close = bytes[dollar..<range.upperBound].firstIndex(of: UInt8(ascii: "}"))
    else { return false }
    let template = Template(String(decoding: bytes[dollar...close], as: UTF8.self))
    guard template.isSingleVariable, template.variables[0].defaultValue == nil else { return false }
    var index = close + 1
    let count = comments.count
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "#"), Self.isSpace(bytes[index - 1]) {
        let start = index
        index = bytes[index..<range.upperBound].firstIndex(where: \.isLineBreak) ?? range.upperBound
        comments.append(TextRange(utf8Offsets: start..<index))
      } else if Self.isSpace(bytes[index]) || "\"',{}[]".utf8.contains(bytes[index]) {
        index += 1
      } else {
        comments.removeSubrange(count...)
        return false
      }
    }
    return true
  }
}

// MARK: - Bytes

extension SecretScanner {
  private func skipSpaces(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    return index
  }

  private func endOfWord(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
    return index
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "\\"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte.isBlank || byte.isLineBreak }
}
