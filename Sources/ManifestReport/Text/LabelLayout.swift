/// The rows below a line: the marks, and their labels where none hides another.
///
/// ```
/// -^^^^-  ---- the label of the last mark stands beside it
/// ||
/// |the others hang below theirs, the last first
/// first
/// ```
struct LabelLayout: Sendable {
  /// A row: pieces of text in their styles, each at a column after the end of the one before.
  struct Row: Sendable {
    struct Piece: Sendable {
      var column: Int
      var text: [UInt8]
      var style: Painter.Style
    }
    var pieces: [Piece] = []
    var width = 0
  }

  /// The rows, from the top.
  private(set) var rows: [Row] = []

  private let primaryStyle: Painter.Style

  /// Lays out marks with their labels so that no row is wider than that.
  init(_ marks: [LineFragment.Mark], columns maximum: Int, primaryStyle: Painter.Style) {
    self.primaryStyle = primaryStyle
    guard let end = marks.map(\.columns.upperBound).max() else { return }
    var row = markRow(marks, width: end)
    var hanging = marks.indices.filter { marks[$0].label.map { $0.width > 0 } ?? false }
    // From right to left; of two with one place the primary one first.
    hanging.sort { left, right in
      let (own, others) = (marks[left], marks[right])
      if own.columns.lowerBound != others.columns.lowerBound {
        return own.columns.lowerBound > others.columns.lowerBound
      }
      return own.isPrimary != others.isPrimary ? own.isPrimary : left < right
    }
    if let position = hanging.firstIndex(where: { marks[$0].columns.upperBound == end }),
      let label = marks[hanging[position]].label, end + 1 + label.width <= maximum
    {
      row.append(Array(label.printed()), width: label.width, at: end + 1, style(marks[hanging.remove(at: position)]))
    }
    rows.append(row)
    appendHanging(hanging.map { marks[$0] }, columns: maximum)
  }

  private mutating func appendHanging(_ marks: [LineFragment.Mark], columns maximum: Int) {
    if marks.isEmpty { return }
    rows.append(row(ofBarsFor: marks[...]))
    for (index, mark) in marks.enumerated() {
      guard let label = mark.label else { continue }
      let pending = marks[(index + 1)...].filter { $0.columns.lowerBound < mark.columns.lowerBound }
      let column = mark.columns.lowerBound
      for line in label.wrapped(to: max(1, maximum - column)) {
        var row = row(ofBarsFor: pending[...])
        let cells = label.cells[line]
        let width = cells.last.map { $0.column + $0.width - (cells.first?.column ?? 0) } ?? 0
        row.append(Array(label.printed(line)), width: width, at: column, style(mark))
        rows.append(row)
      }
    }
  }

  private func markRow(_ marks: [LineFragment.Mark], width: Int) -> Row {
    var columns = [LineFragment.Mark?](repeating: nil, count: width)
    // A short mark stays visible within a long one; of two with one place the primary one does.
    let longestFirst = marks.sorted { left, right in
      let (own, others) = (left.columns.count, right.columns.count)
      return own == others ? !left.isPrimary && right.isPrimary : own > others
    }
    for mark in longestFirst {
      for column in mark.columns { columns[column] = mark }
    }
    var row = Row()
    var column = 0
    while column < width {
      let start = column
      let isPrimary = columns[start]?.isPrimary
      while column < width, columns[column]?.isPrimary == isPrimary { column += 1 }
      guard let mark = columns[start] else { continue }
      let sign = UInt8(ascii: mark.isPrimary ? "^" : "-")
      row.append(Array(repeating: sign, count: column - start), width: column - start, at: start, style(mark))
    }
    return row
  }

  private func row(ofBarsFor marks: ArraySlice<LineFragment.Mark>) -> Row {
    var row = Row()
    for mark in marks.reversed() where mark.columns.lowerBound >= row.width {
      row.append([UInt8(ascii: "|")], width: 1, at: mark.columns.lowerBound, style(mark))
    }
    return row
  }

  private func style(_ mark: LineFragment.Mark) -> Painter.Style {
    mark.isPrimary ? primaryStyle : .secondary
  }
}

extension LabelLayout.Row {
  fileprivate mutating func append(_ text: [UInt8], width: Int, at column: Int, _ style: Painter.Style) {
    pieces.append(Piece(column: column, text: text, style: style))
    self.width = column + width
  }

  /// Writes the row, with blanks between the pieces.
  func write(with painter: Painter, into output: inout [UInt8]) {
    var end = 0
    for piece in pieces {
      output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: piece.column - end))
      painter.paint(piece.text, piece.style, into: &output)
      // Marks and bars are ASCII, and a label, which need not be, is the last piece of its row.
      end = piece.column + piece.text.count
    }
  }
}

extension DisplayText {
  /// The cells of each line when it is broken between words so that no line is wider than that.
  fileprivate func wrapped(to maximum: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < cells.count {
      var end = start
      var lastBlank: Int?
      while end < cells.count, cells[end].column + cells[end].width - cells[start].column <= maximum {
        if printed(end..<end + 1).first == UInt8(ascii: " ") { lastBlank = end }
        end += 1
      }
      if end == cells.count {
        lines.append(start..<end)
        break
      }
      if printed(end..<end + 1).first == UInt8(ascii: " ") { lastBlank = end }
      if let lastBlank, lastBlank > start {
        lines.append(start..<lastBlank)
        start = lastBlank + 1
      } else {
        end = max(end, start + 1)
        lines.append(start..<end)
        start = end
      }
    }
    return lines
  }
}
