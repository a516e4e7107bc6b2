/// A set of edits that mends a finding, all or none of them.
public struct FixIt: Hashable, Sendable {
  /// How much a fix is to be trusted.
  public enum Safety: String, CaseIterable, Hashable, Sendable {
    /// It changes no meaning, or only turns a refused value into the accepted one.
    case safe
    /// A person must look: it is applied only when asked for by name.
    case unsafe
  }

  /// An order: what it does, such as `remove this line`.
  public var message: String
  /// Whether it may be applied unseen.
  public var safety: Safety
  /// The edits, in order, without overlap.
  public var edits: [TextEdit]

  /// Makes a fix; the edits are put in order.
  public init(_ message: String, safety: Safety, edits: [TextEdit]) {
    self.message = message
    self.safety = safety
    self.edits = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
