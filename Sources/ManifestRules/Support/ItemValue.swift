import ManifestLint

/// The value of an item that can be chosen in a JSON modal, for comparing: the number 1 is not the text '1'.
struct ItemValue: Hashable, Sendable {
  private let kind: Node.Kind
  private let content: [UInt8]

  /// `nil` for what is no value of an item.
  init?(_ node: Node) {
    guard node.isScalar, node.kind != .null else { return nil }
    kind = node.kind
    content = Array(node.content)
  }

  /// Whether another has the same characters and is of another kind.
  func looksLike(_ other: ItemValue) -> Bool { content == other.content && kind != other.kind }
}
