import ManifestLint

/// A document that stands inside of a YAML manifest, with its comments, as the text of a file of its own.
struct ExtractedYAML {
  /// What the file holds.
  let text: String

  /// Takes a document out of a manifest; `nil` where it would not be the same, or its comments would not.
  ///
  /// - Parameters:
  ///   - node: The document.
  ///   - key: The key that it stands behind.
  ///   - comments: All comments of the manifest, in order.
  init?(_ node: Node, behind key: Node, _ comments: [TextRange]) {
    let bytes = node.tree.source.bytes
    let value = node.range.utf8Offsets
    let isBlock = node.style == .block
    let first = isBlock ? value.lowerBound : key.range.utf8Offsets.lowerBound
    let column = first - CompletionPoint.lineStart(bytes, first)
    let end = Self.end(of: node, comments)
    let inside = comments.filter { value.lowerBound <= $0.utf8Offsets.lowerBound && $0.utf8Offsets.upperBound <= end }
    // What is between the key and the document, but for what stands on the line of the key.
    let lineEnd = Self.endOfLine(bytes, key.range.utf8Offsets.upperBound)
    let above = comments.filter {
      lineEnd < $0.utf8Offsets.lowerBound && $0.utf8Offsets.upperBound <= value.lowerBound
    }
    for comment in above + inside where Self.reachesOut(bytes[comment.utf8Offsets]) { return nil }

    let lineBreak = bytes[lineEnd...].first == UInt8(ascii: "\r") ? "\r\n" : "\n"
    var result: [UInt8] = []
    for comment in above { result += bytes[comment.utf8Offsets] + Array(lineBreak.utf8) }
    var index = value.lowerBound
    while index < end {
      let next = Self.endOfLine(bytes, index)
      result += bytes[index..<min(next, end)]
      index = next
      while index < end, bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") {
        result.append(bytes[index])
        index += 1
      }
      var blanks = 0
      while index < end, blanks < column, bytes[index] == UInt8(ascii: " ") {
        (index, blanks) = (index + 1, blanks + 1)
      }
    }
    result += lineBreak.utf8
    let parsed = YAMLParser.parse(SourceText(path: "", bytes: result))
    guard parsed.errors.isEmpty, parsed.comments.count == above.count + inside.count, parsed.documents.count == 1,
      parsed.documents[0].root.isSame(as: node)
    else { return nil }
    text = String(decoding: result, as: UTF8.self)
  }

  /// Where a document ends with the comments that go with it: of one that is written by indentation, the one behind its
  /// last word, and those below it that stand no further to the left.
  static func end(of node: Node, _ comments: [TextRange]) -> Int {
    let value = node.range.utf8Offsets
    guard node.style == .block else { return value.upperBound }
    let bytes = node.tree.source.bytes
    let column = value.lowerBound - CompletionPoint.lineStart(bytes, value.lowerBound)
    var end = value.upperBound
    for comment in comments where comment.utf8Offsets.lowerBound >= end {
      let start = comment.utf8Offsets.lowerBound
      let between = bytes[end..<start]
      guard between.allSatisfy({ " \t\r\n".utf8.contains($0) }) else { break }
      let isBehind = !between.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      guard isBehind || start - CompletionPoint.lineStart(bytes, start) >= column else { break }
      end = comment.utf8Offsets.upperBound
    }
    return end
  }

  private static func endOfLine(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
  }

  /// Whether a comment silences rules beyond the line it is about, and would do so in another file then.
  private static func reachesOut(_ comment: ArraySlice<UInt8>) -> Bool {
    String(decoding: comment, as: UTF8.self).pieces(between: "manifestlint-").dropFirst().contains {
      !$0.hasPrefix("disable-line") && !$0.hasPrefix("disable-next-line")
    }
  }
}
