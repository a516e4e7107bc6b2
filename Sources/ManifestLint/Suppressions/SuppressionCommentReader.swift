import ManifestModel
import ManifestText

/// Finds the directives in a comment, and what was meant to be one.
struct SuppressionCommentReader {
  private let source: SourceText
  private(set) var directives: [SuppressionDirective] = []
  /// Comments that look like a directive and are none.
  private(set) var problems: [SuppressionProblem] = []

  init(_ source: SourceText) {
    self.source = source
  }

  /// Reads a comment, which goes from its `#` to the end of its line.
  ///
  /// A directive begins the comment. Behind something else on the line, where a person has no other place for a second
  /// comment, it may also follow a further `#`.
  mutating func read(_ comment: TextRange) {
    let bytes = source.bytes
    let offsets = comment.utf8Offsets
    guard Self.speaksOfManifests(bytes[offsets]) else { return }
    let isOnOwnLine = isOnOwnLine(offsets.lowerBound)
    var start = offsets.lowerBound
    while start < offsets.upperBound {
      let end = nextComment(in: offsets, after: start)
      let reachesEnd = readPart(start..<end, of: comment, isOnOwnLine: isOnOwnLine)
      if isOnOwnLine || reachesEnd { return }
      start = end
    }
  }

  /// Whether a comment may hold a directive, however misspelt: most do not.
  private static func speaksOfManifests(_ comment: ArraySlice<UInt8>) -> Bool {
    let word = Array("manif".utf8)
    var matched = 0
    for byte in comment {
      let lowered = byte | 0x20
      matched = lowered == word[matched] ? matched + 1 : lowered == word[0] ? 1 : 0
      if matched == word.count { return true }
    }
    return false
  }

  private func isOnOwnLine(_ start: Int) -> Bool {
    var index = start
    while index > source.byteOrderMarkLength, source.bytes[index - 1].isBlank { index -= 1 }
    return index == source.byteOrderMarkLength || source.bytes[index - 1].isLineBreak
  }

  /// Where the next `#` behind a blank stands; the end of the comment if there is none.
  private func nextComment(in comment: Range<Int>, after start: Int) -> Int {
    var index = start + 1
    while index < comment.upperBound {
      if source.bytes[index] == UInt8(ascii: "#"), source.bytes[index - 1].isBlank { return index }
      index += 1
    }
    return comment.upperBound
  }

  /// Reads from a `#` up to the next one; the answer is whether a reason took all that follows.
  private mutating func readPart(_ part: Range<Int>, of comment: TextRange, isOnOwnLine: Bool) -> Bool {
    var words = Words(source.bytes, from: part.lowerBound + 1, to: part.upperBound)
    guard let first = words.next(separatedByCommas: false) else { return false }
    let word = text(first)
    guard let action = SuppressionDirective.Action(rawValue: word) else {
      if let problem = misspelling(word, first, &words, isOnOwnLine) { problems.append(problem) }
      return false
    }
    var directive = SuppressionDirective(
      action: action, word: TextRange(utf8Offsets: first), mentions: [],
      range: TextRange(utf8Offsets: part.lowerBound..<first.upperBound), comment: comment, isOnOwnLine: isOnOwnLine)
    var end = first.upperBound
    var hasReason = false
    while let next = words.next(separatedByCommas: true) {
      if source.bytes[next].starts(with: "--".utf8) {
        hasReason = true
        end = comment.utf8Offsets.upperBound
        directive.reason = reason(next.lowerBound..<end)
        break
      }
      directive.mentions.append(
        .init(rule: text(next), range: TextRange(utf8Offsets: next), followsComma: words.followsComma))
      end = next.upperBound
    }
    directive.range = TextRange(utf8Offsets: part.lowerBound..<end)
    directives.append(directive)
    return hasReason
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }

  /// The words behind `--`; `nil` if there are none.
  private func reason(_ range: Range<Int>) -> String? {
    var words = source.bytes[range].drop { $0 == UInt8(ascii: "-") }.drop(while: \.isBlank)
    while words.last?.isBlank == true { words.removeLast() }
    return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
  }

  // MARK: Misspelt directives

  private func misspelling(
    _ word: String, _ range: Range<Int>, _ words: inout Words, _ isOnOwnLine: Bool
  ) -> SuppressionProblem? {
    var word = word
    var range = range
    if word.utf8.elementsEqual("manifestlint".utf8) || word.utf8.elementsEqual("manifestlint:".utf8) {
      // `manifestlint disable-line …` or `manifestlint: disable-line …`
      guard let next = words.next(separatedByCommas: false) else { return nil }
      let rest = text(next)
      guard let action = SuppressionDirective.Action(rawValue: "manifestlint-" + rest) else { return nil }
      range = range.lowerBound..<next.upperBound
      word = text(range)
      return problem(word, range, action.rawValue, isOnOwnLine)
    }
    guard word.first?.isLetter == true else { return nil }
    if let suggestion = NearMatch.unique(word, among: SuppressionDirective.Action.allCases.map(\.rawValue)) {
      return problem(word, range, suggestion, isOnOwnLine)
    }
    let verbs = ["disable", "enable", "ignore", "suppress", "allow", "expect", "off", "skip"]
    for separator in ["-", ":", "_"] where word.hasPrefix("manifestlint" + separator) {
      let rest = word.dropFirst("manifestlint".count + 1)
      if verbs.contains(where: { rest.hasPrefix($0) }) {
        return problem(word, range, nil, isOnOwnLine)
      }
    }
    return nil
  }

  private func problem(
    _ word: String, _ range: Range<Int>, _ suggestion: String?, _ isOnOwnLine: Bool
  ) -> SuppressionProblem {
    SuppressionProblem(
      .unknownDirective(word, suggestion: suggestion), in: .comment(directive: word, isOnOwnLine: isOnOwnLine),
      at: TextRange(utf8Offsets: range))
  }
}

/// The words of a piece of a comment.
private struct Words {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  /// Whether a comma stood before the last word.
  private(set) var followsComma = false

  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    index = start
    self.end = end
  }

  mutating func next(separatedByCommas: Bool) -> Range<Int>? {
    func isSeparator(_ byte: UInt8) -> Bool { byte.isBlank || separatedByCommas && byte == UInt8(ascii: ",") }
    followsComma = false
    while index < end, isSeparator(bytes[index]) {
      if bytes[index] == UInt8(ascii: ",") { followsComma = true }
      index += 1
    }
    let start = index
    while index < end, !isSeparator(bytes[index]) { index += 1 }
    return start < index ? start..<index : nil
  }
}
