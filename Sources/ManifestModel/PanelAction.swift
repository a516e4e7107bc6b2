public import ManifestSyntax

/// An action on an object or a field of a JSON panel.
public struct PanelAction: Sendable {
  /// The object that describes it.
  public let node: Node

  /// What it is called.
  public var name: Located<String>? { node.text("name") }

  init(_ node: Node) {
    self.node = node
  }
}
