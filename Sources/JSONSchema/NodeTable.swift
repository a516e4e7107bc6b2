import ManifestSyntax

/// Values by node: trees and nodes are few numbers, which is quicker to set up than a dictionary of a key type of its own.
struct NodeTable<Value> {
  private var trees: [Int: [Int: Value]] = [:]

  var isEmpty: Bool { trees.isEmpty }

  subscript(node: Node) -> Value? {
    get { trees[Self.number(of: node.tree)]?[Int(node.index)] }
    set { trees[Self.number(of: node.tree), default: [:]][Int(node.index)] = newValue }
  }

  /// The number of a tree, which lives as long as whoever asks.
  private static func number(of tree: SyntaxTree) -> Int { Int(bitPattern: ObjectIdentifier(tree)) }
}
