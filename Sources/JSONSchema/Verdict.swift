/// What a validation came to.
public enum Verdict: Sendable {
  /// The value keeps the schema.
  case valid
  /// It does not.
  case invalid
  /// Nobody can tell: a reference leads nowhere, or it would take too long.
  case unknown(Violation)

  /// Whether it could be told.
  public var isKnown: Bool {
    if case .unknown = self { false } else { true }
  }

  /// Whether the value is known to keep the schema.
  public var isValid: Bool {
    if case .valid = self { true } else { false }
  }
}
