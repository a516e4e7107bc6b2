public import ManifestFiles
public import ManifestLint

/// Patterns of a configuration, and where each of them stands.
public struct FilePatterns: Sendable {
  /// The patterns as they are written.
  public private(set) var texts: [Located<String>] = []
  /// The same, compiled.
  public private(set) var list = PathPatternList()

  /// No pattern.
  public init() {}

  /// Adds a pattern.
  mutating func append(_ text: Located<String>) throws(GlobError) {
    try list.append(text.value)
    texts.append(text)
  }
}
