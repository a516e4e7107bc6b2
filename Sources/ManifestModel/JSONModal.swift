public import ManifestSyntax

/// The schema of a JSON modal, as a view on the tree.
public struct JSONModal: Sendable {
  /// The outermost object of the document.
  public let node: Node

  /// Looks at a document as the schema of a modal.
  public init(_ node: Node) {
    self.node = node
  }

  /// The object that holds the blocks by key.
  public var blockList: Node? { node["properties"]?["blocks"]?["properties"] }
  /// The object that holds the buttons by key.
  public var actionList: Node? { node["properties"]?["actions"]?["properties"] }
  /// The blocks, in order.
  public var blocks: [Component] { Self.components(blockList, .block) }
  /// The buttons, in order.
  public var actions: [Component] { Self.components(actionList, .action) }
  /// Blocks and buttons.
  public var components: [Component] { blocks + actions }

  private static func components(_ list: Node?, _ role: Role) -> [Component] {
    guard let list else { return [] }
    return list.entries.compactMap { entry in
      entry.isRepeated || !entry.key.isTextKey ? nil : Component(key: entry.key, node: entry.value, role: role)
    }
  }
}

extension JSONModal {
  /// What a component is used as.
  public enum Role: Hashable, Sendable {
    /// An element of the modal.
    case block
    /// A button at its foot.
    case action

    /// Its name in a sentence.
    public var label: String {
      switch self {
      case .block: "block"
      case .action: "action button"
      }
    }

    /// The key below `properties` that holds components of this role.
    public var listKey: String {
      switch self {
      case .block: "blocks"
      case .action: "actions"
      }
    }
  }

  /// A block or a button.
  public struct Component: Sendable {
    /// The key that it goes by.
    public let key: Node
    /// What describes it.
    public let node: Node
    /// What it is used as.
    public let role: Role

    /// What names its kind.
    public var reference: Located<String>? { node.text("$ref") }
    /// Its kind; `nil` if there is no such kind, or if the kind is not for this role.
    public var kind: ComponentKind? {
      let kind: ComponentKind? = node["$ref"].flatMap(ComponentReference.component)
      return kind?.role == role ? kind : nil
    }
    /// The object with its options.
    public var options: Node? { node["options"] }
    /// What can be chosen in it, in order.
    public var items: [Node] { options?["items"].map { Array($0.items) } ?? [] }
  }
}
