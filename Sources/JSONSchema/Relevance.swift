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
    for violation in all { result += BranchChoice.resolving(violation) }
    return inDocumentOrder(withoutCascades(result))
  }

  /// Leaves out what a wrong type or a wrong value brings with it at the same place, and what is said twice.
  private static func withoutCascades(_ violations: [Violation]) -> [Violation] {
    guard violations.count > 1 else { return violations }
    var ranks: [Node: Int] = [:]
    for violation in violations where violation.key == nil {
      ranks[violation.node] = min(ranks[violation.node] ?? .max, rank(violation.keyword))
    }
    var said: Set<Said> = []
    return violations.filter { violation in
      if violation.key == nil, let best = ranks[violation.node], best < 2, rank(violation.keyword) > best {
        return false
      }
      return said.insert(Said(violation)).inserted
    }
  }

  private static func rank(_ keyword: String) -> Int {
    switch keyword {
    case "type": 0
    case "enum", "const": 1
    default: 2
    }
  }

  /// What makes two violations the same to a reader, though two schemas say it.
  private struct Said: Hashable {
    var node: Node
    var key: Node?
    var message: String

    init(_ violation: Violation) {
      node = violation.node
      key = violation.key
      message = violation.message
    }
  }
}
