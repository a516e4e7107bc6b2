import ManifestSyntax

/// Values by node: trees and nodes are few numbers, which is quicker to set up than a dictionary of a key type of its own.
struct NodeTable<Value> {
  private var trees: [Int: [Int: Value]] = [:]

  var isEmpty: Bool { trees.isEmpty }

  subscript(node: Node) -> Value? {
    get { trees[node.tree.number]?[Int(node.index)] }
    set { trees[node.tree.number, default: [:]][Int(node.index)] = newValue }
  }
}

extension SyntaxTree {
  /// What tells the tree from all others while whoever asks holds it.
  var number: Int { Int(bitPattern: ObjectIdentifier(self)) }
}
