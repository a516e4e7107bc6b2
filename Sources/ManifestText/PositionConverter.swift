/// Turns offsets into lines and columns.
///
/// Columns are counted from the last position asked for where that is earlier on the same line, so that a report over
/// one very long line stays linear when it asks in order.
public struct PositionConverter: Sendable {
  /// The lines of the text.
  public let lines: LineTable

  private let unit: ColumnUnit
  private var line = 1
  private var offset: Int
  private var column = 1

  /// Counts columns of this unit.
  public init(_ lines: LineTable, columns unit: ColumnUnit) {
    self.lines = lines
    self.unit = unit
    offset = lines.source.byteOrderMarkLength
  }

  /// Counts columns of this unit in a text whose lines nobody else needs.
  public init(_ source: SourceText, columns unit: ColumnUnit) {
    self.init(LineTable(source), columns: unit)
  }

  /// The line and the column of a position, both from 1.
  public mutating func lineColumn(at position: TextPosition) -> LineColumn {
    let target = min(Int(position.utf8Offset), lines.source.bytes.count)
    let targetLine = lines.line(at: position)
    if targetLine != line || target < offset {
      line = targetLine
      offset = lines.range(ofLine: targetLine).utf8Offsets.lowerBound
      column = 1
    }
    if target > offset {
      column += unit.count(lines.source.bytes[offset..<target])
      offset = target
    }
    return LineColumn(line: line, column: column)
  }
}

extension ColumnUnit {
  /// How many units the bytes hold; every invalid byte counts as one.
  public func count(_ bytes: ArraySlice<UInt8>) -> Int {
    if self == .utf8Bytes || bytes.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) { return bytes.count }
    let text = String(decoding: bytes, as: UTF8.self)
    return switch self {
    case .characters: text.count
    case .utf16CodeUnits: text.utf16.count
    case .unicodeScalars: text.unicodeScalars.count
    case .utf8Bytes: bytes.count
    }
  }
}
