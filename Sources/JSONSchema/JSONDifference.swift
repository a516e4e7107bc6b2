import ManifestSyntax

/// Where a value first differs from another one, and how.
struct JSONDifference {
  /// What is wrong there.
  var node: Node
  /// The key that should not be there.
  var key: Node?
  /// What was wanted.
  var fact: Violation.Fact

  /// Compares a value with what it should be.
  init(_ node: Node, from expected: Node) {
    var (node, expected) = (node, expected)
    while let (child, other) = Self.unlikeChild(node, expected) { (node, expected) = (child, other) }
    self.node = node
    switch (node.kind, expected.kind) {
    case (.mapping, .mapping):
      let missing = Self.keys(of: expected, notIn: node)
      if missing.isEmpty, let key = Self.keys(of: node, notIn: expected).first {
        self.key = key
        fact = .unknownKey(key.text, known: expected.entries.map(\.key.text))
      } else {
        fact = missing.isEmpty ? .constant(expected) : .required(missing: missing.map(\.text))
      }
    default: fact = .constant(expected)
    }
  }

  /// The first child that is not as it should be, where all children have a counterpart; `nil` at the difference itself.
  private static func unlikeChild(_ node: Node, _ expected: Node) -> (Node, Node)? {
    switch (node.kind, expected.kind) {
    case (.mapping, .mapping): return JSONEquality.pairs(node, expected)?.first { !JSONEquality.areEqual($0, $1) }
    case (.sequence, .sequence):
      guard node.count == expected.count else { return nil }
      return zip(node.items, expected.items).first { !JSONEquality.areEqual($0, $1) }
    default: return nil
    }
  }

  /// The keys of an object that another one does not have.
  private static func keys(of object: Node, notIn other: Node) -> [Node] {
    var table = KeyTable()
    for entry in other.entries { _ = table.insert(entry.key.content) }
    return object.entries.filter { !$0.isRepeated && table.number(of: $0.key.content.span) < 0 }.map(\.key)
  }
}
