import ManifestText

/// The lines of a source that spans lie on, with the spans marked below them.
///
/// ```
///    |
/// 12 |   name: Car services
///    |         ^^^^^^^^^^^^ the label
/// ...
/// 31 |   name: Car services
///    |         ------------ first used here
/// ```
struct SourceFrame: Sendable {
  /// The text that the lines are from.
  var text: RedactedText
  /// What is marked.
  var spans: [SourceSpan]

  /// The line, from 1, that each span begins on, as it is drawn.
  private let linesOfSpans: [Int]

  /// Looks up the lines of the spans.
  init(_ text: RedactedText, marking spans: [SourceSpan]) {
    self.text = text
    self.spans = spans
    let end = text.lines.source.bytes.count
    linesOfSpans = spans.map { span in
      text.lines.line(at: TextPosition(utf8Offset: min(max(span.range.lowerBound, 0), end)))
    }
  }

  /// The last line that is shown.
  var lastLine: Int { linesOfSpans.max() ?? 1 }

  /// Writes the frame, of rows that have no more columns than that after the gutter.
  func write(
    columns maximum: Int, gutter: Gutter, primaryStyle: Painter.Style, into output: inout [UInt8]
  ) {
    gutter.writeEmpty(into: &output)
    let order = spans.indices.sorted { (linesOfSpans[$0], $0) < (linesOfSpans[$1], $1) }
    var rest = order[...]
    var previous: Int?
    while let first = rest.first {
      let line = linesOfSpans[first]
      let marked = rest.prefix { linesOfSpans[$0] == line }
      rest = rest.dropFirst(marked.count)
      if let previous { writeGap(previous + 1..<line, columns: maximum, gutter: gutter, into: &output) }
      previous = line
      let fragments = LineFragment.fragments(
        of: text.lines.range(ofLine: line).utf8Offsets, in: text, showing: marked.map { spans[$0] }, columns: maximum)
      for fragment in fragments {
        gutter.write(fragment.text, line: line, into: &output)
        for row in LabelLayout(fragment.marks, columns: maximum, primaryStyle: primaryStyle).rows {
          gutter.write(row, into: &output)
        }
      }
    }
  }

  /// Writes what stands for the lines between two marked ones: a single line itself, more of them as `...`.
  private func writeGap(_ lines: Range<Int>, columns maximum: Int, gutter: Gutter, into output: inout [UInt8]) {
    switch lines.count {
    case 0: break
    case 1:
      let range = text.lines.range(ofLine: lines.lowerBound).utf8Offsets
      let fragment = LineFragment.unmarked(range, in: text, columns: maximum)
      gutter.write(fragment.text, line: lines.lowerBound, into: &output)
    default: gutter.writeEllipsis(into: &output)
    }
  }
}
