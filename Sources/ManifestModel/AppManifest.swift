public import ManifestSyntax

/// The registration form of an app, as a view on the tree: every question has an answer on a broken file too.
public struct AppManifest: Hashable, Sendable {
  /// The root of the document.
  public let node: Node

  /// Looks at a document as an app manifest.
  public init(_ node: Node) {
    self.node = node
  }

  /// The app's name.
  public var name: Located<String>? { node["app"]?.text("name") }
  /// Whether it says that the app is public.
  public func isPublic(_ variables: Variables) -> Bool { text(of: node["app"]?["type"], variables) == "public" }
  /// Whether it says that the app is private.
  public func isPrivate(_ variables: Variables) -> Bool { text(of: node["app"]?["type"], variables) == "private" }
  /// The address that ends an installation.
  public var callbackURL: Node? { node["app"]?["callbackUrl"] }
  /// The client ID that Developer Hub issued.
  public var clientID: Located<String>? { node["oauth"]?.text("clientId") }
  /// The stage that `app.status` names; `nil` if it names none.
  public func statedStage(_ variables: Variables) -> Stage? {
    text(of: node["app"]?["status"], variables).flatMap(Stage.init(status:))
  }

  private func text(of node: Node?, _ variables: Variables) -> String? {
    (node?.string).flatMap { Template($0).resolvedText(variables) }
  }

  /// The list of access scopes; `nil` if there is none, or if it is no list.
  public var scopeList: Node? {
    guard let list = node["oauth"]?["scopes"], list.kind == .sequence else { return nil }
    return list
  }

  /// The access scopes, whatever they are, in order.
  public var scopes: [Located<String>] {
    guard let scopeList else { return [] }
    return scopeList.items.compactMap { item in item.string.map { Located($0, at: item) } }
  }

  /// The first scope of a name.
  public func scope(_ scope: Scope) -> Located<String>? {
    scopes.first { $0.value.utf8.elementsEqual(scope.rawValue.utf8) }
  }

  private var extensionsNode: Node? { node["extensions"] }

  /// All extensions, in file order.
  public var extensions: [AppExtension] {
    guard let extensionsNode else { return [] }
    return extensionsNode.entries.flatMap { entry -> [AppExtension] in
      guard !entry.isRepeated, let kind = ExtensionKind.allCases.first(where: { entry.key.hasContent($0.key) }) else {
        return []
      }
      return switch entry.value.kind {
      case .mapping where kind == .floatingWindow: [AppExtension(kind: kind, node: entry.value)]
      case .sequence where kind != .floatingWindow:
        entry.value.items.filter { $0.kind == .mapping }.map { AppExtension(kind: kind, node: $0) }
      default: []
      }
    }
  }

  /// The app settings page.
  public var settingsPage: SettingsPage? { extensionsNode?["settingsPage"].map(SettingsPage.init) }
}
