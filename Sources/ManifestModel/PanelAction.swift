public import ManifestSyntax

/// An action on an object or a field of a JSON panel.
public struct PanelAction: Sendable {
  /// What an action is offered for.
  public enum Target: String, CaseIterable, Hashable, Sendable {
    /// Each object of the panel.
    case object
    /// One field.
    case field
  }

  /// The object that describes it.
  public let node: Node

  /// What it is called.
  public let name: Located<String>?
  /// What it is offered for.
  public var target: Located<Target>? {
    guard let text = node.text("target"), let target = Target(rawValue: text.value) else { return nil }
    return Located(target, at: text.node)
  }
  /// The field that it is offered for.
  public var field: Located<String>? { node.text("field") }

  init(_ node: Node) {
    self.node = node
    name = node.text("name")
  }
}
