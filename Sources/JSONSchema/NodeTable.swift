import ManifestSyntax

/// Values by node: trees and nodes are few numbers, which is quicker to set up than a dictionary of a key type of its own.
struct NodeTable<Value> {
  /// While there are few, as in most schemas, looking at each is quicker still.
  private var few: [(tree: Int, index: UInt32, value: Value)] = []
  private var trees: [Int: [Int: Value]] = [:]
  private static var fewCount: Int { 4 }

  subscript(node: Node) -> Value? {
    guard trees.isEmpty else { return trees[node.tree.number]?[Int(node.index)] }
    let tree = node.tree.number
    for position in few.indices where few[position].index == node.index && few[position].tree == tree {
      return few[position].value
    }
    return nil
  }

  /// Gives a node that has none a value.
  mutating func insert(_ value: Value, for node: Node) {
    if trees.isEmpty {
      few.append((node.tree.number, node.index, value))
      if few.count <= Self.fewCount { return }
      for (tree, index, value) in few { trees[tree, default: [:]][Int(index)] = value }
    } else {
      trees[node.tree.number, default: [:]][Int(node.index)] = value
    }
  }
}

extension NodeTable: Sendable where Value: Sendable {}

extension SyntaxTree {
  /// What tells the tree from all others while whoever asks holds it.
  var number: Int { Int(bitPattern: ObjectIdentifier(self)) }
}
