/// What a column counts.
public enum ColumnUnit: CaseIterable, Hashable, Sendable {
  /// Grapheme clusters: what a person sees as one character. Text output counts so.
  case characters
  /// Code units of UTF-16, as in JSON reports, SARIF and by default in the Language Server Protocol.
  case utf16CodeUnits
  /// Unicode scalars: UTF-32 code units.
  case unicodeScalars
  /// Bytes of UTF-8, as in reviewdog's format.
  case utf8Bytes
}

extension ColumnUnit {
  /// How many units the bytes hold; every invalid byte counts as one.
  public func count(_ bytes: ArraySlice<UInt8>) -> Int {
    var counter = UnitCounter(self)
    let span = bytes.span
    counter.advance(to: span.count, in: span)
    return counter.count
  }
}
