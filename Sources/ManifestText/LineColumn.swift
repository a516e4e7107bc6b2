/// A place as people and reports name it.
public struct LineColumn: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in the unit that was asked for.
  public var column: Int

  /// Puts the two together.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

// MARK: - Comparable

extension LineColumn: Comparable {
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.line, lhs.column) < (rhs.line, rhs.column)
  }
}
