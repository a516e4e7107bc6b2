import ManifestText

/// How far a literal or folded scalar reaches.
struct YAMLBlockExtent {
  /// Where `|`, `>` and what belongs to them end.
  let indicatorsEnd: Int
  /// The end of the last line of content, without its line break.
  let end: Int
  /// Whether the indicators say how far the content is indented.
  private let hasIndentationIndicator: Bool
  /// Whether all empty lines at the end are content: `|+`.
  private let keepsEmptyLines: Bool

  /// Finds the extent in the range that libyaml gives, which ends where a later line begins.
  init(_ bytes: [UInt8], _ range: Range<Int>, content: ArraySlice<UInt8>) {
    var index = range.lowerBound + 1
    var hasIndentationIndicator = false
    var keepsEmptyLines = false
    loop: while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "+"): keepsEmptyLines = true
      case UInt8(ascii: "1")...UInt8(ascii: "9"): hasIndentationIndicator = true
      case UInt8(ascii: "-"): break
      default: break loop
      }
      index += 1
    }
    indicatorsEnd = index
    self.hasIndentationIndicator = hasIndentationIndicator
    self.keepsEmptyLines = keepsEmptyLines
    while index < range.upperBound, !Self.isBreak(bytes[index]) { index += 1 }
    let headerEnd = index
    end = Self.end(bytes, headerEnd..<range.upperBound, content, keepsEmptyLines) ?? indicatorsEnd
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private static func end(
    _ bytes: [UInt8], _ range: Range<Int>, _ content: ArraySlice<UInt8>, _ keepsEmptyLines: Bool
  ) -> Int? {
    var lineEnd = range.upperBound
    var indent: Int?
    while lineEnd > range.lowerBound {
      if isBreak(bytes[lineEnd - 1]) {
        let isPair = bytes[lineEnd - 1] == UInt8(ascii: "\n") && lineEnd - 2 > range.lowerBound
        lineEnd -= isPair && bytes[lineEnd - 2] == UInt8(ascii: "\r") ? 2 : 1
      }
      guard lineEnd > range.lowerBound else { return nil }
      if keepsEmptyLines, !content.isEmpty { return lineEnd }
      var lineStart = lineEnd
      while lineStart > range.lowerBound, bytes[lineStart - 1] == UInt8(ascii: " ") { lineStart -= 1 }
      if lineStart > range.lowerBound, !isBreak(bytes[lineStart - 1]) { return lineEnd }
      if lineStart < lineEnd {
        // Spaces beyond the indentation are content.
        let depth =
          indent ?? BlockIndentation.find(bytes, linesStart(bytes, range)..<range.upperBound, content: content)
        indent = depth
        if lineEnd - lineStart > depth { return lineEnd }
      }
      lineEnd = lineStart
    }
    return nil
  }

  private static func linesStart(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    let isPair = range.count > 1 && bytes[range.lowerBound] == UInt8(ascii: "\r")
    return range.lowerBound + (isPair && bytes[range.lowerBound + 1] == UInt8(ascii: "\n") ? 2 : min(1, range.count))
  }

  /// Refuses what libyaml reads otherwise than YAML 1.2 says.
  func check(_ bytes: [UInt8], _ range: Range<Int>, parentIndent: Int) throws(SyntaxFailure) {
    var lineStart = bytes.count
    while lineStart > indicatorsEnd, bytes[lineStart - 1] == UInt8(ascii: " ") { lineStart -= 1 }
    let endsInSpaces = lineStart < bytes.count && lineStart > indicatorsEnd && Self.isBreak(bytes[lineStart - 1])
    if endsInSpaces, range.upperBound == bytes.count || keepsEmptyLines && range.upperBound == lineStart {
      throw SyntaxFailure(.spacesAtEndOfBlock(lineStart..<bytes.count, block: range.lowerBound..<indicatorsEnd))
    }
    if end == indicatorsEnd, !hasIndentationIndicator {
      try checkNextLine(bytes, from: range.upperBound, parentIndent, block: range.lowerBound..<indicatorsEnd)
    }
  }

  /// Refuses a line that must be content, but is less indented than an empty line before it or begins with `#`.
  private func checkNextLine(
    _ bytes: [UInt8], from start: Int, _ parentIndent: Int, block: Range<Int>
  ) throws(SyntaxFailure) {
    var lineStart = start
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") || Self.isBreak(bytes[index]) {
      if Self.isBreak(bytes[index]) { lineStart = index + 1 }
      index += 1
    }
    guard index < bytes.count, index - lineStart > parentIndent else { return }
    let isMarker = index == lineStart && ["---", "..."].contains { bytes[index...].starts(with: $0.utf8) }
    if isMarker { return }
    let end = index + (UTF8Validation.length(of: bytes, at: index) ?? 1)
    throw SyntaxFailure(
      .unclearBlockIndentation(lineStart..<end, followsDeeperLine: index > lineStart, block: block))
  }
}
