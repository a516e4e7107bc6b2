public import ManifestSyntax

/// Why a setting cannot be taken.
public struct ConfigurationError: Error, Hashable, Sendable {
  /// What is wrong, in one line.
  public var message: String
  /// The key or value of the setting.
  public var node: Node

  /// Puts the two together.
  public init(_ message: String, at node: Node) {
    self.message = message
    self.node = node
  }
}
