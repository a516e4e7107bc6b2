public import ManifestSyntax

/// The registration form of an app, as a view on the tree: every question has an answer on a broken file too.
public struct AppManifest: Sendable {
  /// The root of the document.
  public let node: Node
  /// All extensions, in file order.
  public let extensions: [AppExtension]
  /// The access scopes, whatever they are, in order.
  public let scopes: [Located<String>]

  private let extensionsNode: Node?

  /// Looks at a document as an app manifest.
  public init(_ node: Node) {
    self.node = node
    extensionsNode = node["extensions"]
    extensions = Self.extensions(in: extensionsNode)
    scopes =
      node["oauth"]?["scopes"]?.items.compactMap { item in item.string.map { Located($0, at: item) } } ?? []
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
    guard let node, let text = node.string else { return nil }
    return node.mayHoldVariable ? Template(text).resolvedText(variables) : text
  }

  /// The list of access scopes; `nil` if there is none, or if it is no list.
  public var scopeList: Node? {
    guard let list = node["oauth"]?["scopes"], list.kind == .sequence else { return nil }
    return list
  }

  /// The first scope of a name.
  public func scope(_ scope: Scope) -> Located<String>? {
    let name = scope.rawValue
    return scopes.first { $0.value.utf8.count == name.utf8.count && $0.value.utf8.elementsEqual(name.utf8) }
  }

  private static func extensions(in node: Node?) -> [AppExtension] {
    guard let node else { return [] }
    var extensions: [AppExtension] = []
    for entry in node.entries where !entry.isRepeated {
      guard let kind = ExtensionKind.allCases.first(where: { entry.key.hasContent($0.key) }) else { continue }
      switch entry.value.kind {
      case .mapping where kind == .floatingWindow: extensions.append(AppExtension(kind: kind, node: entry.value))
      case .sequence where kind != .floatingWindow:
        for item in entry.value.items where item.kind == .mapping {
          extensions.append(AppExtension(kind: kind, node: item))
        }
      default: break
      }
    }
    return extensions
  }

  /// The app settings page.
  public var settingsPage: SettingsPage? { extensionsNode?["settingsPage"].map(SettingsPage.init) }
}

// MARK: - Hashable

extension AppManifest: Hashable {
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.node == rhs.node }

  public func hash(into hasher: inout Hasher) { hasher.combine(node) }
}
