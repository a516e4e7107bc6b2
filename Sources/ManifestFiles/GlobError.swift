/// What is wrong with a pattern of the configuration.
public struct GlobError: Error, Hashable, Sendable {
  /// The pattern as it was written.
  public var pattern: String
  /// What is wrong, in one line.
  public var message: String
}
