public import ManifestLint

/// A configuration as it was read, and what is wrong with it.
public struct ConfigurationReading: Sendable {
  /// What can be used of it.
  public var configuration: Configuration
  /// Its text, and the mistakes in it.
  public var result: LintResult

  /// Whether something in it is wrong, so that what was meant is not known for sure.
  public var hasMistakes: Bool { !result.diagnostics.isEmpty }
}
