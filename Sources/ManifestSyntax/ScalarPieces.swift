/// The pieces of the source that a scalar's content is made of, in order.
///
/// It decodes scalars a second time, by the rules of YAML 1.2 and of JSON. It is asked only where a place inside a
/// scalar is wanted, and where libyaml's content cannot be trusted.
struct ScalarPieces {
  /// A run of bytes of the content.
  struct Piece {
    /// Where it comes from.
    var source: Range<Int>
    /// The character that stands for the source; `nil` where the source is the content.
    var replacement: Unicode.Scalar?

    /// How many bytes of content it gives.
    var count: Int { replacement.map { UTF8.width($0) } ?? source.count }
  }

  private let bytes: [UInt8]
  private let language: SyntaxTree.Language
  private(set) var pieces: [Piece] = []
  /// The first escape that means nothing.
  private(set) var invalidEscape: Range<Int>?

  /// Decodes the scalar that stands in a range; a block scalar's content tells how far it is indented.
  init(
    _ bytes: [UInt8], _ range: Range<Int>, style: Node.Style, language: SyntaxTree.Language, content: ArraySlice<UInt8>
  ) {
    self.bytes = bytes
    self.language = language
    switch style {
    case .singleQuoted, .doubleQuoted:
      flow(range.lowerBound + 1..<max(range.upperBound - 1, range.lowerBound + 1), style)
    case .literal, .folded: block(range, isFolded: style == .folded, content: content)
    default: flow(range, style)
    }
  }

  /// The content.
  var content: [UInt8] {
    var result: [UInt8] = []
    for piece in pieces {
      if let replacement = piece.replacement {
        result.append(contentsOf: String(replacement).utf8)
      } else {
        result.append(contentsOf: bytes[piece.source])
      }
    }
    return result
  }
}

// MARK: - Plain and quoted

extension ScalarPieces {
  private mutating func flow(_ range: Range<Int>, _ style: Node.Style) {
    var index = range.lowerBound
    var start = index
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "'") where style == .singleQuoted && index + 1 < range.upperBound:
        copy(start..<index)
        replace(index..<index + 2, by: "'")
        index += 2
        start = index
      case UInt8(ascii: "\\") where style == .doubleQuoted:
        copy(start..<index)
        index = escape(index, range.upperBound)
        start = index
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        guard language == .yaml else {
          index += 1
          continue
        }
        let end = skipBlanks(index, range.upperBound)
        guard let afterBreak = skipBreak(end, range.upperBound) else {
          index = end
          continue
        }
        copy(start..<index)
        index = fold(index..<afterBreak, range.upperBound)
        start = index
      default: index += 1
      }
    }
    copy(start..<index)
  }

  /// Goes past the blanks, line breaks and blanks that follow a line break; each empty line is a line feed, and a
  /// break without any a space.
  private mutating func fold(_ lineBreak: Range<Int>, _ end: Int, isEscaped: Bool = false) -> Int {
    var index = skipBlanks(lineBreak.upperBound, end)
    var emptyLines = 0
    while let next = skipBreak(index, end) {
      replace(index..<next, by: "\n")
      emptyLines += 1
      index = skipBlanks(next, end)
    }
    if emptyLines == 0, !isEscaped { replace(lineBreak.lowerBound..<index, by: " ") }
    return index
  }

  private mutating func escape(_ index: Int, _ end: Int) -> Int {
    if language == .yaml, let afterBreak = skipBreak(index + 1, end) {
      return fold(index..<afterBreak, end, isEscaped: true)
    }
    guard let (scalar, length) = Escapes.scalar(bytes, index, end, language) else {
      invalidEscape = invalidEscape ?? index..<min(index + 2, end)
      return min(index + 2, end)
    }
    replace(index..<index + length, by: scalar)
    return index + length
  }

  private mutating func copy(_ source: Range<Int>) {
    if !source.isEmpty { pieces.append(Piece(source: source, replacement: nil)) }
  }

  private mutating func replace(_ source: Range<Int>, by scalar: Unicode.Scalar) {
    pieces.append(Piece(source: source, replacement: scalar))
  }

  private func skipBlanks(_ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index += 1 }
    return index
  }

  private func skipBreak(_ index: Int, _ end: Int) -> Int? {
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "\n") { return index + 1 }
    guard bytes[index] == UInt8(ascii: "\r") else { return nil }
    return index + 1 < end && bytes[index + 1] == UInt8(ascii: "\n") ? index + 2 : index + 1
  }
}

// MARK: - Block scalars

extension ScalarPieces {
  private mutating func block(_ range: Range<Int>, isFolded: Bool, content: ArraySlice<UInt8>) {
    var index = range.lowerBound
    while index < range.upperBound, skipBreak(index, range.upperBound) == nil { index += 1 }
    index = skipBreak(index, range.upperBound) ?? range.upperBound
    let indent = BlockIndentation.find(bytes, index..<range.upperBound, content: content)
    // The break after the last line of content, and the breaks of the empty lines after that.
    var breaks: [Range<Int>] = []
    var isFirst = true
    var wasMoreIndented = false
    while index < range.upperBound {
      let textStart = skipSpaces(index, min(index + indent, range.upperBound))
      var end = textStart
      while end < range.upperBound, skipBreak(end, range.upperBound) == nil { end += 1 }
      let next = skipBreak(end, range.upperBound) ?? end
      if textStart < end {
        let isMoreIndented = bytes[textStart] == UInt8(ascii: " ") || bytes[textStart] == UInt8(ascii: "\t")
        join(
          &breaks, upTo: textStart,
          isFolding: isFolded && !isFirst && !wasMoreIndented && !isMoreIndented)
        copy(textStart..<end)
        wasMoreIndented = isMoreIndented
        isFirst = false
      }
      if next > end { breaks.append(end..<next) }
      index = next
    }
    let lineFeeds = content.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    for source in breaks.prefix(lineFeeds) { replace(source, by: "\n") }
    // The last break stands after the range.
    for _ in breaks.prefix(lineFeeds).count..<max(lineFeeds, breaks.prefix(lineFeeds).count) {
      replace(range.upperBound..<range.upperBound, by: "\n")
    }
  }

  /// Puts line feeds, or a space, for the breaks between two lines of content.
  private mutating func join(_ breaks: inout [Range<Int>], upTo text: Int, isFolding: Bool) {
    defer { breaks = [] }
    guard isFolding else {
      for source in breaks { replace(source, by: "\n") }
      return
    }
    if breaks.count == 1 {
      replace(breaks[0].lowerBound..<text, by: " ")
    } else {
      for source in breaks.dropFirst() { replace(source, by: "\n") }
    }
  }

  private func skipSpaces(_ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index
  }
}
