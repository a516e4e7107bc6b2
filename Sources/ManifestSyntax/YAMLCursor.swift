import ManifestText

/// Goes through what stands between the tokens of a YAML text: blanks, line breaks, comments and indicators.
///
/// libyaml says nothing of it, so it is read again: to collect the comments, to find where things stand exactly, and
/// to refuse what libyaml lets pass.
struct YAMLCursor: Sendable {
  let bytes: [UInt8]
  /// Everything before it has been accounted for.
  private(set) var offset: Int
  /// Where the last token ends: an indicator, a property or a node.
  private(set) var tokenEnd: Int
  /// Where the current line begins.
  private(set) var lineStart: Int
  /// Whether only blanks stand before `offset` on its line.
  private(set) var isFirstOnLine = true
  /// Whether the last token is a quoted text or the end of a collection in brackets: only there may a `:` stand
  /// without a blank after it.
  private(set) var mayPrecedeAdjacentValue = false
  private(set) var comments: [TextRange] = []

  init(_ source: SourceText) {
    bytes = source.bytes
    offset = source.byteOrderMarkLength
    tokenEnd = offset
    lineStart = offset
  }

  /// The spaces at the start of the current line.
  var indentation: Int {
    var index = lineStart
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index - lineStart
  }

  /// Whether a blank, a line break or the end of the text stands at an offset.
  func isBlankOrBreak(at index: Int) -> Bool {
    guard index < bytes.count else { return true }
    return switch bytes[index] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  /// Whether a line ends at an offset.
  func isBreak(at index: Int) -> Bool {
    index >= bytes.count || bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r")
  }

  /// Whether one of `,[]{}` stands at an offset.
  func isFlowIndicator(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    return switch bytes[index] {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }
}

// MARK: - Going on

extension YAMLCursor {
  /// The indicators that stood in a gap.
  struct Indicators {
    /// How many `-`.
    var entries = 0
    /// How many `?`.
    var keys = 0
    /// How many `:`.
    var values = 0
    /// How many `,`.
    var separators = 0
    /// Where the last of them stands.
    var last = 0
    /// How many of any kind.
    var count: Int { entries + keys + values + separators }
  }

  /// Accounts for a token up to its end.
  mutating func pass(_ end: Int, mayPrecedeAdjacentValue: Bool = false) {
    offset = end
    tokenEnd = end
    isFirstOnLine = false
    self.mayPrecedeAdjacentValue = mayPrecedeAdjacentValue
  }

  /// Accounts for a token up to its end, a part of which, such as a comment, has been accounted for before.
  mutating func pass(_ end: Int, tokenEnd: Int) {
    offset = max(offset, end)
    self.tokenEnd = tokenEnd
    isFirstOnLine = false
    mayPrecedeAdjacentValue = false
  }

  /// Goes past the blanks and the comment at the end of a line, not past the line break.
  mutating func skipToEndOfLine() throws(SyntaxFailure) {
    while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t") {
      offset += 1
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "#") { try skipComment() }
  }

  /// Goes past blanks, line breaks and comments, no further than to `limit`.
  mutating func skipBlanks(upTo limit: Int) throws(SyntaxFailure) {
    var index = offset
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "\n"):
        index += 1
        startLine(at: index)
      case UInt8(ascii: "\r"):
        index += 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
        startLine(at: index)
      case UInt8(ascii: "#"):
        offset = index
        try skipComment()
        index = offset
      default:
        offset = index
        return
      }
    }
    offset = index
  }

  private mutating func startLine(at index: Int) {
    lineStart = index
    isFirstOnLine = true
  }

  /// Goes past a comment, to its line break.
  mutating func skipComment() throws(SyntaxFailure) {
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "\r") { offset += 1 }
    let range = TextRange(utf8Offsets: start..<offset)
    guard start == lineStart || isBlankOrBreak(at: start - 1) else {
      throw SyntaxFailure(.commentWithoutSpace(at: start))
    }
    comments.append(range)
  }

  /// Goes past blanks and indicators up to where the next token begins; `flowIndent` is how far lines in brackets
  /// must be indented.
  mutating func skipGap(upTo target: Int, flowIndent: Int?) throws(SyntaxFailure) -> Indicators {
    var indicators = Indicators()
    while true {
      try skipBlanks(upTo: target)
      guard offset < target else { return indicators }
      switch bytes[offset] {
      case UInt8(ascii: ":"):
        indicators.values += 1
        if flowIndent != nil, !mayPrecedeAdjacentValue { try checkColon() }
      case UInt8(ascii: "-"): indicators.entries += 1
      case UInt8(ascii: ","): indicators.separators += 1
      case UInt8(ascii: "?"):
        indicators.keys += 1
        if flowIndent != nil, !isBlankOrBreak(at: offset + 1) { throw SyntaxFailure(.questionMarkInFlow(at: offset)) }
      default: throw SyntaxFailure(.unexpectedCharacter(in: bytes, at: offset))
      }
      if let flowIndent { try checkIndentation(flowIndent) }
      indicators.last = offset
      pass(offset + 1)
    }
  }

  /// Refuses a `:` in brackets that YAML 1.2 takes for the start of a text.
  private func checkColon() throws(SyntaxFailure) {
    if isBlankOrBreak(at: offset + 1) || isFlowIndicator(at: offset + 1) { return }
    throw SyntaxFailure(.colonInFlow(at: offset))
  }

  /// Refuses a further line of a text without or in quotes that is not indented by at least so many spaces.
  func checkLines(_ range: Range<Int>, least: Int) throws(SyntaxFailure) {
    guard least > 0 else { return }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      let lineStart = index
      while index < range.upperBound, bytes[index] == UInt8(ascii: " ") { index += 1 }
      let indentation = index - lineStart
      while index < range.upperBound, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") {
        index += 1
      }
      // An empty line may be indented as it likes.
      if index < range.upperBound, !isBlankOrBreak(at: index), indentation < least {
        throw SyntaxFailure(.underIndented(in: bytes, lineStart, index, by: indentation, least: least))
      }
    }
  }

  /// Refuses a line of a collection in brackets that is not indented by at least so many spaces.
  func checkIndentation(_ least: Int) throws(SyntaxFailure) {
    guard isFirstOnLine, least > 0 else { return }
    let indentation = indentation
    if indentation < least {
      throw SyntaxFailure(.underIndented(in: bytes, lineStart, offset, by: indentation, least: least))
    }
  }
}
