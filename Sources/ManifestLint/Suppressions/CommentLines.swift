import ManifestSyntax
import ManifestText

/// What a line is to a comment that speaks of one.
struct CommentLines {
  private let lines: LineTable
  /// The first and last lines of texts over several lines, merged where they share a line, in order.
  private var blocks: [ClosedRange<Int>] = []
  /// For each comment on a line of its own, the next line that holds more than a comment.
  private var targets: [Int: Int] = [:]

  init(_ lines: LineTable, _ parsed: ParseResult) {
    self.lines = lines
    blocks = Self.blocks(lines, parsed)
    targets = targets(of: parsed.comments)
  }

  /// The line that a position counts to.
  ///
  /// A text over several lines counts to its first one: there is no place for a comment inside of it.
  func line(of position: TextPosition) -> Int { first(lines.line(at: position)) }

  /// The line that a comment is on.
  func line(of comment: TextRange) -> Int { line(of: comment.lowerBound) }

  /// The next line below a comment that holds more than a comment; `nil` if there is none.
  func lineBelow(_ comment: TextRange) -> Int? {
    guard let next = content(below: lines.line(at: comment.lowerBound)) else { return nil }
    return first(targets[next] ?? next)
  }

  private func first(_ line: Int) -> Int {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].upperBound < line { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count && blocks[low].contains(line) ? blocks[low].lowerBound : line
  }

  private static func blocks(_ lines: LineTable, _ parsed: ParseResult) -> [ClosedRange<Int>] {
    var blocks: [ClosedRange<Int>] = []
    for tree in parsed.documents {
      // What stands in the source word for word stands on one line.
      for node in tree.nodes where node.isScalar && !node.isVerbatim {
        let range = node.range
        let (first, last) = (lines.line(at: range.lowerBound), lines.line(at: range.upperBound))
        if first < last { blocks.append(first...last) }
      }
    }
    blocks.sort { $0.lowerBound < $1.lowerBound }
    var merged: [ClosedRange<Int>] = []
    for block in blocks {
      if let last = merged.last, block.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, block.upperBound)
      } else {
        merged.append(block)
      }
    }
    return merged
  }

  /// The first line below another one that is not blank; `nil` if there is none.
  private func content(below line: Int) -> Int? {
    var line = line + 1
    while line <= lines.count {
      if lines.source.slice(lines.range(ofLine: line)).contains(where: { !$0.isBlank }) { return line }
      line += 1
    }
    return nil
  }

  private func targets(of comments: [TextRange]) -> [Int: Int] {
    var targets: [Int: Int] = [:]
    // From below, so that a comment above others learns from them.
    for comment in comments.reversed() {
      let line = lines.line(at: comment.lowerBound)
      let start = lines.range(ofLine: line).lowerBound
      guard lines.source.slice(start..<comment.lowerBound).allSatisfy(\.isBlank), let next = content(below: line)
      else { continue }
      let isComment = lines.source.slice(lines.range(ofLine: next)).first { !$0.isBlank } == UInt8(ascii: "#")
      if let target = isComment ? targets[next] : next { targets[line] = target }
    }
    return targets
  }
}
