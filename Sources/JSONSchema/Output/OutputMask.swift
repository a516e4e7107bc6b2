/// What of an outcome is written in another way, or not at all, since it is secret.
public struct OutputMask {
  /// What is written as the message of a violation.
  public var message: (Violation) -> String
  /// Whether the value of an annotation must not be shown.
  public var hides: (Annotation) -> Bool

  /// A mask that hides what these say.
  public init(
    message: @escaping (Violation) -> String = { $0.message }, hides: @escaping (Annotation) -> Bool = { _ in false }
  ) {
    self.message = message
    self.hides = hides
  }
}
