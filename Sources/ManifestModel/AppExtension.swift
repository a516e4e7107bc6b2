public import ManifestSyntax

/// One extension of an app, of whatever kind.
public struct AppExtension: Sendable {
  /// What it is.
  public let kind: ExtensionKind
  /// The object that describes it.
  public let node: Node

  /// What it is called.
  public var name: Located<String>? { node.text("name") }
  /// What is said of it.
  public var description: Located<String>? { node.text("description") }
  /// The address that an iframe loads.
  public var iframeURL: Node? { node["iframeUrl"] }
  /// The list of the places where it appears.
  public var locationList: Node? { node[kind.locationsKey] }
  /// The views where it appears, in order, repeats included.
  public var views: [Located<View>] {
    kind == .floatingWindow ? [] : node.values(kind.locationsKey, as: View.self)
  }
  /// The actions on objects and fields of a JSON panel.
  public var panelActions: [PanelAction] {
    guard kind == .jsonPanel, let list = node["actions"] else { return [] }
    return list.items.map(PanelAction.init)
  }

  /// Its name where it has one, else its kind, for use in a sentence.
  public var title: String { name?.value ?? "a \(kind.label) without a name" }
}
