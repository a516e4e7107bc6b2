/// What a column counts.
public enum ColumnUnit: Hashable, Sendable {
  /// Grapheme clusters: what a person sees as one character. Text output counts so.
  case characters
  /// Code units of UTF-16, as in JSON reports, SARIF and by default in the Language Server Protocol.
  case utf16CodeUnits
  /// Unicode scalars: UTF-32 code units.
  case unicodeScalars
  /// Bytes of UTF-8, as in reviewdog's format.
  case utf8Bytes
}
