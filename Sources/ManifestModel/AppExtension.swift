public import ManifestSyntax

/// One extension of an app, of whatever kind.
///
/// Most rules ask for these parts, so they are looked up once.
public final class AppExtension: Sendable {
  /// What it is.
  public let kind: ExtensionKind
  /// The object that describes it.
  public let node: Node
  /// What it is called.
  public let name: Located<String>?
  /// What is said of it.
  public let description: Located<String>?
  /// The address that an iframe loads.
  public let iframeURL: Node?
  /// The list of the places where it appears.
  public let locationList: Node?
  /// The views where it appears, in order, repeats included.
  public let views: [Located<View>]
  /// The actions on objects and fields of a JSON panel.
  public let panelActions: [PanelAction]

  init(kind: ExtensionKind, node: Node) {
    self.kind = kind
    self.node = node
    name = node.text("name")
    description = node.text("description")
    iframeURL = node["iframeUrl"]
    locationList = node[kind.locationsKey]
    views = kind == .floatingWindow ? [] : locationList?.values(as: View.self) ?? []
    panelActions = kind == .jsonPanel ? node["actions"]?.items.map(PanelAction.init) ?? [] : []
  }

  /// The actions on the objects of a JSON panel, by what says so.
  public var objectActions: [Node] { panelActions.compactMap(\.target).filter { $0.value == .object }.map(\.node) }
  /// The fields of a JSON panel that have an action, as often as they have one; those that a variable hides are not known.
  public func fieldsWithActions(_ variables: Variables) -> [Located<String>] {
    panelActions.filter { $0.target?.value == .field }.compactMap { action in
      guard let field = action.field, let name = Template(field.value).resolvedText(variables),
        name.contains(where: { !$0.isWhitespace })
      else { return nil }
      return Located(name, at: field.node)
    }
  }

  /// Its name where it has one, else its kind, for a label.
  public var title: String { writtenName ?? namelessTitle }

  /// Its kind and name, to begin a sentence with: `JSON panel 'Visits'`.
  public var subject: String { writtenName.map { "\(kind.label) '\($0)'" } ?? namelessTitle }

  /// Its name; `nil` if that is blank.
  private var writtenName: String? {
    guard let name = name?.value, !name.unicodeScalars.allSatisfy(\.properties.isWhitespace) else { return nil }
    return name
  }

  private var namelessTitle: String { "a \(kind.label) without a name" }
}
