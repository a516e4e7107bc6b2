public import ManifestSyntax

/// Why a schema cannot be used.
public struct SchemaError: Error, Hashable, Sendable {
  /// What is wrong, in one line.
  public var message: String
  /// Where in the schema.
  public var node: Node
  /// What to do about it.
  public var help: String?
  /// Whether nothing is wrong but that a schema from elsewhere, to which it refers, is not registered.
  public var isAboutAbsentSchema: Bool
  /// What else keeps the schema from being used, in no particular order.
  public internal(set) var others: [SchemaError] = []

  /// Puts the parts together.
  public init(_ message: String, at node: Node, help: String? = nil, isAboutAbsentSchema: Bool = false) {
    self.message = message
    self.node = node
    self.help = help
    self.isAboutAbsentSchema = isAboutAbsentSchema
  }
}
