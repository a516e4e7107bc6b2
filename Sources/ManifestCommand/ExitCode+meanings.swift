import ArgumentParser

extension ExitCode {
  /// Findings at or over the threshold.
  static let findings = ExitCode(1)
  /// Wrong usage, something that cannot be read, no manifest found, or an internal error.
  static let trouble = ExitCode(2)
}
