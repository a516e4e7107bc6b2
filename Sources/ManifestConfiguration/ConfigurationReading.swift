public import ManifestLint

/// A configuration as it was read, and what is wrong with it.
///
/// An object: a plan of many files has room for one in each, and hardly any file is one.
public final class ConfigurationReading: Sendable {
  /// What can be used of it.
  public let configuration: Configuration
  /// Its text, and the mistakes in it.
  public let result: LintResult

  init(configuration: Configuration, result: LintResult) {
    self.configuration = configuration
    self.result = result
  }

  /// Whether something in it is wrong, so that what was meant is not known for sure.
  public var hasMistakes: Bool { !result.diagnostics.isEmpty }
}
