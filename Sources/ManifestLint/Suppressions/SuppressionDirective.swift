import ManifestText

/// What a comment says about findings: what to do, for which rules, and why.
struct SuppressionDirective: Sendable {
  /// What it does; the raw value is the word that it begins with.
  enum Action: String, CaseIterable, Sendable {
    /// It suppresses what is found on its own line.
    case disableLine = "manifestlint-disable-line"
    /// It suppresses what is found on the next line that holds more than a comment.
    case disableNextLine = "manifestlint-disable-next-line"
    /// It suppresses what is found behind it.
    case disable = "manifestlint-disable"
    /// It ends what ``disable`` began.
    case enable = "manifestlint-enable"
    /// It suppresses what is found anywhere in the file.
    case disableFile = "manifestlint-disable-file"
  }

  /// A rule that it names.
  struct Mention: Sendable {
    /// The id as it is written.
    var rule: String
    /// Where.
    var range: TextRange
    /// Whether a comma stands before it.
    var followsComma: Bool
  }

  /// What it does.
  var action: Action
  /// The word that it begins with.
  var word: TextRange
  /// The rules that it names, in order.
  var mentions: [Mention]
  /// Why, in the words of whoever wrote it.
  var reason: String?
  /// The whole of it with its `#` and the reason.
  var range: TextRange
  /// The comment that it stands in, alone or beside other words.
  var comment: TextRange
  /// Whether nothing but blanks stands before the comment on its line.
  var isOnOwnLine: Bool
}

extension SuppressionDirective {
  /// The directive without its reason.
  var markedRange: TextRange { range.lowerBound..<(mentions.last?.range ?? word).upperBound }

  /// The edit that takes it out of the text, with its line if nothing else stands there.
  func removal(from source: SourceText) -> TextEdit {
    let bytes = source.bytes
    let comment = comment.utf8Offsets
    var (start, end) = (range.utf8Offsets.lowerBound, range.utf8Offsets.upperBound)
    while end < comment.upperBound, bytes[end].isBlank { end += 1 }
    if end < comment.upperBound {
      // Other words follow it in the same comment, behind a `#` of their own.
      return TextEdit(range: TextRange(utf8Offsets: start..<end), replacement: "")
    }
    while start > source.byteOrderMarkLength, bytes[start - 1].isBlank { start -= 1 }
    if isOnOwnLine, start == source.byteOrderMarkLength || bytes[start - 1].isLineBreak, end < bytes.count {
      end += bytes[end...].starts(with: [0x0D, 0x0A]) ? 2 : 1
    }
    return TextEdit(range: TextRange(utf8Offsets: start..<end), replacement: "")
  }

  /// The edit that takes one of its rules out, or all of it if that is the only one.
  func removal(ofMention index: Int, from source: SourceText) -> TextEdit {
    if mentions.count == 1 { return removal(from: source) }
    let mention = mentions[index].range
    let range =
      index + 1 < mentions.count
      ? mention.lowerBound..<mentions[index + 1].range.lowerBound
      : mentions[index - 1].range.upperBound..<mention.upperBound
    return TextEdit(range: range, replacement: "")
  }
}
