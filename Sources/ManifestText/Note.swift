/// A second place that a diagnostic speaks of.
public struct Note: Hashable, Sendable {
  /// What is to be seen there; makes sense alone.
  public var message: String
  /// Where, in the text at `path`.
  public var range: TextRange
  /// The file, where it is another than the diagnostic's own.
  public var path: String?

  /// Puts the parts together.
  public init(_ message: String, at range: TextRange, in path: String? = nil) {
    self.message = message
    self.range = range
    self.path = path
  }
}
