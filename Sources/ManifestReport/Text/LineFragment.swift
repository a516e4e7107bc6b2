import ManifestText

/// A part of a line that is narrow enough to be shown, with the marks below it.
struct LineFragment: Sendable {
  /// A mark under the line, in columns from the fragment's left edge.
  struct Mark: Sendable {
    var columns: Range<Int>
    var label: DisplayText?
    var isPrimary: Bool
  }

  /// What is shown, with `…` where something is left out.
  private(set) var text: [UInt8] = []
  /// What is marked in it, from left to right.
  private(set) var marks: [Mark] = []

  private static let ellipsis = Array("…".utf8)

  /// How many columns are shown, if there are so many, on either side of what is marked in a line that is cut.
  private static let context = 16

  /// The width up to which a label is kept whole by cutting the line on its left.
  private static let longestLabel = 40
}

// MARK: - Cutting

extension LineFragment {
  /// The fragments of a line that show all of the spans that begin on it, from left to right.
  ///
  /// No more of the line is looked at than can be shown, however long it is.
  static func fragments(
    of line: Range<Int>, in text: RedactedText, showing spans: [SourceSpan], columns maximum: Int
  ) -> [LineFragment] {
    var fragments: [LineFragment] = []
    var rest = spans.map { $0.clamped(to: line) }.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
    // What is further apart than this cannot stand side by side, unless most of what stands between takes no columns.
    let reach = maximum * 2
    while let first = rest.first {
      var end = rest.startIndex + 1
      while end < rest.endIndex, rest[end].range.lowerBound - rest[end - 1].range.lowerBound <= reach { end += 1 }
      let near = rest[..<end]
      rest = rest[end...]
      let last = near.last ?? first
      let start = first.range.lowerBound
      let lower = start - line.lowerBound <= reach ? line.lowerBound : start - maximum
      let upper = min(line.upperBound, last.range.upperBound, last.range.lowerBound + reach) + reach
      let part = Part(lower..<min(line.upperBound, upper), of: line, in: text)
      fragments += part.fragments(showing: Array(near), columns: maximum)
    }
    return fragments
  }

  /// A line without marks, cut at its end.
  static func unmarked(_ line: Range<Int>, in text: RedactedText, columns maximum: Int) -> LineFragment {
    let part = Part(line.lowerBound..<min(line.upperBound, line.lowerBound + maximum * 2), of: line, in: text)
    return LineFragment(part, from: 0, columns: maximum, showing: [])
  }

  /// A line that is at hand as a whole, cut around some columns of it.
  static func around(_ columns: Range<Int>, of display: DisplayText, columns maximum: Int) -> LineFragment {
    let part = Part(display: display, isCutLeft: false, isCutRight: false)
    let placed = Part.PlacedSpan(columns: columns, label: nil, isPrimary: true)
    return LineFragment(part, from: part.firstCell(toShow: [placed], columns: maximum), columns: maximum, showing: [])
  }

  /// What of a line is drawn, before it is known how much of it is shown.
  fileprivate struct Part {
    /// A span in columns of the part.
    struct PlacedSpan {
      var columns: Range<Int>
      var label: DisplayText?
      var isPrimary: Bool

      /// Where it ends, or is cut if it is too long to be shown as a whole.
      func shownEnd(columns maximum: Int) -> Int {
        min(columns.upperBound, columns.lowerBound + maximum - context)
      }

      /// How many columns its label asks for.
      func labelRoom(columns maximum: Int) -> Int {
        label.map { min($0.width + 1, longestLabel, maximum * 2 / 3) } ?? 0
      }
    }

    var display = DisplayText()
    var isCutLeft: Bool
    var isCutRight: Bool

    init(display: DisplayText, isCutLeft: Bool, isCutRight: Bool) {
      self.display = display
      self.isCutLeft = isCutLeft
      self.isCutRight = isCutRight
    }

    init(_ range: Range<Int>, of line: Range<Int>, in text: RedactedText) {
      var lower = range.lowerBound
      let bytes = text.lines.source.bytes
      while lower > line.lowerBound, lower < line.upperBound, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
      var upper = range.upperBound
      while upper > lower, upper < line.upperBound, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
      display.append(text.pieces(of: TextRange(utf8Offsets: lower..<max(lower, upper))), columns: .max)
      isCutLeft = lower > line.lowerBound
      isCutRight = upper < line.upperBound
    }
  }
}

extension LineFragment.Part {
  /// The fragments that show the spans: one, if they fit side by side.
  func fragments(showing spans: [SourceSpan], columns maximum: Int) -> [LineFragment] {
    var rest = spans.map(placed)[...]
    var fragments: [LineFragment] = []
    while let first = rest.first {
      var end = rest.endIndex
      if !fits(rest, columns: maximum) {
        end = rest.startIndex + 1
        while end < rest.endIndex,
          rest[end].columns.lowerBound + rest[end].labelRoom(columns: maximum) - first.columns.lowerBound
            <= maximum - LineFragment.context
        {
          end += 1
        }
      }
      let shown = Array(rest[..<end])
      rest = rest[end...]
      let start = firstCell(toShow: shown, columns: maximum)
      fragments.append(LineFragment(self, from: start, columns: maximum, showing: shown))
    }
    return fragments
  }

  /// The cell that is shown first so that the spans and their labels find room, and as much before them as there is.
  func firstCell(toShow spans: [PlacedSpan], columns maximum: Int) -> Int {
    if fits(spans[...], columns: maximum) { return 0 }
    guard let first = spans.first else { return 0 }
    if !isCutLeft, rightEdge(of: spans[...], columns: maximum) < maximum { return 0 }
    let ends = spans.map { ($0.shownEnd(columns: maximum), $0.labelRoom(columns: maximum)) }
    let labelled = ends.map { $0.0 + $0.1 }.max() ?? 0
    let followed = min((ends.map(\.0).max() ?? 0) + LineFragment.context, width)
    let column = min(max(labelled, followed) + 2 - maximum, first.columns.lowerBound - LineFragment.context / 2)
    return column > 0 ? display.cell(from: column) : 0
  }

  private var width: Int { isCutRight ? .max / 2 : display.width }

  private func fits(_ spans: ArraySlice<PlacedSpan>, columns maximum: Int) -> Bool {
    !isCutLeft && width <= maximum && rightEdge(of: spans, columns: maximum) <= maximum
  }

  /// The column up to which there must be room: labels may hang below their mark's start.
  private func rightEdge(of spans: ArraySlice<PlacedSpan>, columns maximum: Int) -> Int {
    spans.map { span in
      max(span.shownEnd(columns: maximum), span.columns.lowerBound + span.labelRoom(columns: maximum))
    }.max() ?? 0
  }

  private func placed(_ span: SourceSpan) -> PlacedSpan {
    let start = display.column(at: span.range.lowerBound)
    let end = span.range.isEmpty ? start + 1 : max(start + 1, display.endColumn(at: span.range.upperBound))
    return PlacedSpan(columns: start..<end, label: span.label, isPrimary: span.isPrimary)
  }
}

extension LineFragment {
  /// Shows the cells of a part from one on, as many as have room.
  fileprivate init(_ part: Part, from first: Int, columns maximum: Int, showing spans: [Part.PlacedSpan]) {
    let cells = part.display.cells
    let isCutLeft = first > 0 || part.isCutLeft
    let edge = isCutLeft ? 1 : 0
    let start = first < cells.count ? cells[first].column : part.display.width
    var end = cells.count
    var isCutRight = part.isCutRight
    if isCutRight || part.display.width - start > maximum - edge {
      isCutRight = true
      end = first
      while end < cells.count, cells[end].column + cells[end].width - start <= maximum - edge - 1 { end += 1 }
    }
    if isCutLeft { text += Self.ellipsis }
    text += part.display.printed(first..<end)
    if isCutRight { text += Self.ellipsis }

    let shownWidth = end > first ? cells[end - 1].column + cells[end - 1].width - start : 0
    let limit = isCutRight ? edge + shownWidth + 1 : maximum
    marks = spans.map { span in
      let lower = min(max(0, span.columns.lowerBound - start + edge), limit - 1)
      let upper = min(max(lower + 1, span.columns.upperBound - start + edge), limit)
      return Mark(columns: lower..<max(upper, lower + 1), label: span.label, isPrimary: span.isPrimary)
    }
  }
}

extension SourceSpan {
  /// The part of the span that is on a line; what goes on to the next ones is marked up to the end of this one.
  fileprivate func clamped(to line: Range<Int>) -> SourceSpan {
    var span = self
    let lower = min(max(range.lowerBound, line.lowerBound), line.upperBound)
    span.range = lower..<min(max(range.upperBound, lower), line.upperBound)
    return span
  }
}
