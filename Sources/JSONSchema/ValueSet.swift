import ManifestSyntax

/// The values that `enum` or `const` allows.
struct ValueSet: Sendable {
  /// The values as they stand in the schema.
  let nodes: [Node]

  private var strings = KeyTable()
  private var allowsNull = false
  private var allowsTrue = false
  private var allowsFalse = false
  private var numbers: Set<DecimalNumber> = []
  private var collections: [Node] = []

  init(_ nodes: [Node]) {
    self.nodes = nodes
    for node in nodes {
      switch node.kind {
      case .null: allowsNull = true
      case .boolean: if node.boolean == true { allowsTrue = true } else { allowsFalse = true }
      case .integer, .number: if let number = DecimalNumber(node.content.span) { numbers.insert(number) }
      case .string: _ = strings.insert(node.content.span)
      case .sequence, .mapping: collections.append(node)
      }
    }
  }

  /// Whether a value equals one of them.
  func contains(_ instance: Instance, _ evaluation: borrowing Evaluation) -> Bool {
    switch evaluation.kind(instance) {
    case .null: allowsNull
    case .boolean: evaluation.node(instance).boolean == true ? allowsTrue : allowsFalse
    case .integer, .number: !numbers.isEmpty && evaluation.number(instance).map(numbers.contains) == true
    case .string: evaluation.withContent(instance) { strings.number(of: $0) >= 0 }
    case .sequence, .mapping:
      !collections.isEmpty && collections.contains { JSONEquality.areEqual($0, evaluation.node(instance)) }
    }
  }
}
