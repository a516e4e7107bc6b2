import ManifestSyntax

/// What of all that is wrong a person should hear.
enum Relevance {
  /// Violations by the place that they are about.
  static func inDocumentOrder(_ violations: [Violation]) -> [Violation] {
    violations.enumerated().sorted { lhs, rhs in
      let (left, right) = (lhs.element.culprit.index, rhs.element.culprit.index)
      return left == right ? lhs.offset < rhs.offset : left < right
    }.map(\.element)
  }

  /// Chooses among alternatives, and leaves out what only follows from something else.
  static func choosing(from all: [Violation]) -> [Violation] {
    var result: [Violation] = []
    for violation in all where !violation.isConsequence { result += BranchChoice.resolving(violation).map(refined) }
    return inDocumentOrder(withoutCascades(result))
  }

  /// A violation at the smallest thing that is wrong.
  private static func refined(_ violation: Violation) -> Violation {
    var result = violation
    switch violation.fact {
    case .constant(let expected) where !violation.node.isScalar && violation.node.kind == expected.kind:
      let difference = JSONDifference(violation.node, from: expected)
      (result.node, result.key, result.fact) = (difference.node, difference.key, difference.fact)
    case .negated:
      let keys = Violation.forbiddenKeys(violation.schemaNode, in: violation.node)
      if keys.count == 1 { result.key = keys[0] }
    case .propertyName(let violations): result.fact = .propertyName(choosing(from: violations))
    default: break
    }
    return result
  }

  /// Leaves out what a wrong type or a wrong value brings with it at the same place, and what is said twice.
  private static func withoutCascades(_ violations: [Violation]) -> [Violation] {
    guard violations.count > 1 else { return violations }
    var ranks: [Node: Int] = [:]
    for violation in violations where violation.key == nil {
      ranks[violation.node] = min(ranks[violation.node] ?? .max, rank(violation.fact))
    }
    let wrongTypes = Set(ranks.lazy.filter { $0.value == 0 }.map(\.key))
    var said: Set<Statement> = []
    return violations.filter { violation in
      if violation.key == nil, !violation.isIncomplete, let best = ranks[violation.node], best < 2,
        rank(violation.fact) > best
      {
        return false
      }
      if isInside(violation.node, wrongTypes) { return false }
      return said.insert(Statement(violation)).inserted
    }
  }

  /// Whether a value is in one of some others.
  private static func isInside(_ node: Node, _ others: Set<Node>) -> Bool {
    if others.isEmpty { return false }
    var ancestor = node.parent
    while let node = ancestor {
      if others.contains(node) { return true }
      ancestor = node.parent
    }
    return false
  }

  private static func rank(_ fact: Violation.Fact) -> Int {
    switch fact {
    case .type: 0
    case .enumeration, .constant: 1
    default: 2
    }
  }

  /// What makes two violations the same to a reader, though two schemas say it.
  struct Statement: Hashable {
    private let node: Node
    private let key: Node?
    private let text: String

    init(_ violation: Violation) {
      node = violation.node
      key = violation.key
      text = violation.statement
    }
  }
}
