import ManifestText

/// The lines and columns of a file and of those that its notes point into, counted on from one to the next.
struct FilePlaces {
  /// The file.
  let file: ReportedFile

  private let unit: ColumnUnit
  private var converters: [String: PositionConverter] = [:]

  /// Counts columns in that unit.
  init(_ file: ReportedFile, columns unit: ColumnUnit) {
    self.file = file
    self.unit = unit
  }

  /// Where a finding begins and ends; the first line and column of a file that could not be read.
  mutating func range(of diagnostic: Diagnostic) -> Range<LineColumn> {
    range(diagnostic.range, in: file.text)
  }

  /// Where a range of the file, or of another text, begins and ends.
  mutating func range(_ range: TextRange, in text: RedactedText?) -> Range<LineColumn> {
    let start = place(of: range.lowerBound, in: text)
    return start..<max(start, place(of: range.upperBound, in: text))
  }

  /// Where a position of the file, or of another text, is.
  mutating func place(of position: TextPosition, in text: RedactedText?) -> LineColumn {
    guard let text else { return LineColumn(line: 1, column: 1) }
    return converters[text.path, default: PositionConverter(text.lines, columns: unit)].lineColumn(at: position)
  }
}
