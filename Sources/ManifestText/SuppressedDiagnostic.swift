/// A finding that is not shown, and why.
public struct SuppressedDiagnostic: Hashable, Sendable {
  /// What silenced it.
  public enum Origin: Hashable, Sendable {
    /// A comment in the file itself.
    case comment
    /// An `ignore` entry of the configuration.
    case configuration
    /// The baseline of known findings.
    case baseline
  }

  /// What was found.
  public var diagnostic: Diagnostic
  /// What silenced it.
  public var origin: Origin
  /// Why, in the words of whoever silenced it.
  public var reason: String?

  /// Puts the parts together.
  public init(_ diagnostic: Diagnostic, by origin: Origin, reason: String? = nil) {
    self.diagnostic = diagnostic
    self.origin = origin
    self.reason = reason
  }
}
