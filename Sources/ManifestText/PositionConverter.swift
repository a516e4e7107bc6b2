/// Turns offsets into lines and columns.
///
/// Columns are counted on from the last position asked for, or from a place remembered on the way, so that a report
/// over one very long line stays linear in whatever order it asks. A position inside of a character has that
/// character's column; one inside of a line break is at the end of the line.
public struct PositionConverter: Sendable {
  /// The lines of the text.
  public let lines: LineTable

  private let unit: ColumnUnit
  private var line = 1
  private var counter: UnitCounter

  /// Counters put aside on lines that are longer than ``distance``, in order, by line.
  private var remembered: [Int: [UnitCounter]] = [:]

  /// How many bytes lie between two remembered places.
  private static let distance = 1024

  /// Counts columns of this unit.
  public init(_ lines: LineTable, columns unit: ColumnUnit) {
    self.lines = lines
    self.unit = unit
    counter = UnitCounter(unit, at: lines.source.byteOrderMarkLength)
  }

  /// Counts columns of this unit in a text whose lines nobody else needs.
  public init(_ source: SourceText, columns unit: ColumnUnit) {
    self.init(LineTable(source), columns: unit)
  }

  /// The line and the column of a position, both from 1.
  public mutating func lineColumn(at position: TextPosition) -> LineColumn {
    let targetLine = lines.line(at: position)
    let content = lines.range(ofLine: targetLine).utf8Offsets
    let target = min(max(Int(position.utf8Offset), content.lowerBound), content.upperBound)
    if lines.isASCII || unit == .utf8Bytes {
      return LineColumn(line: targetLine, column: target - content.lowerBound + 1)
    }
    if targetLine != line || target < counter.offset || target - counter.offset > Self.distance {
      takeUp(before: target, line: targetLine, startingAt: content.lowerBound)
    }
    count(to: target)
    let whole = counter.countOfWholeUnits(before: content.upperBound, in: lines.source.bytes.span)
    return LineColumn(line: line, column: whole + 1)
  }

  /// Goes to the nearest place before an offset whose count is known.
  private mutating func takeUp(before target: Int, line targetLine: Int, startingAt start: Int) {
    let places = remembered[targetLine] ?? []
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].offset <= target { low = middle + 1 } else { high = middle }
    }
    let nearest = low > 0 ? places[low - 1] : UnitCounter(unit, at: start)
    if line == targetLine, (nearest.offset...target).contains(counter.offset) { return }
    line = targetLine
    counter = nearest
  }

  private mutating func count(to target: Int) {
    let source = lines.source
    let bytes = source.bytes.span
    while target - counter.offset > Self.distance {
      counter.advance(to: counter.offset + Self.distance, in: bytes)
      if counter.offset > remembered[line]?.last?.offset ?? 0 { remembered[line, default: []].append(counter) }
    }
    counter.advance(to: target, in: bytes)
  }
}
