import ManifestSyntax

/// Finds, where no alternative holds, the one that the author seems to have meant.
///
/// In this order: alternatives for another type of value are out; the one whose fixed values are there is in; then
/// counts what each recognises. Where several are left they are told as one: "one of 'url', 'iframeUrl' is missing".
struct BranchChoice {
  private let violation: Violation
  private let candidates: [Candidate]

  private struct Candidate {
    var index: Int
    var branch: Violation.Branch
    /// What is wrong by this alternative, itself without alternatives.
    var violations: [Violation]
  }

  /// A violation as it is told: the same, or what is wrong by the alternative that was meant.
  static func resolving(_ violation: Violation) -> [Violation] {
    guard case .branches(let branches, let matched) = violation.fact, matched.isEmpty, !branches.isEmpty else {
      return [violation]
    }
    if let wrongValue = branches[0].wrongValue {
      return [violation.replacing(.enumeration(allowed: wrongValue.allowed), at: wrongValue.node)]
    }
    // Evaluation nests alternatives a few dozen deep at most, so this may recurse.
    let candidates = branches.map { branch in
      Candidate(index: branch.position, branch: branch, violations: Relevance.choosing(from: branch.violations))
    }
    return BranchChoice(violation: violation, candidates: candidates).resolved(count: violation.schemaNode.count)
  }

  private func resolved(count: Int) -> [Violation] {
    let fitting = candidates.filter { !hasWrongType($0) }
    if fitting.isEmpty { return merged(candidates) }
    if fitting.count == 1 { return told(fitting[0], count) }
    if let wrongValue = wrongDiscriminator(fitting) { return [wrongValue] }
    let meant = best(discriminated(fitting))
    return meant.count == 1 ? told(meant[0], count) : merged(meant)
  }

  private func hasWrongType(_ candidate: Candidate) -> Bool {
    candidate.violations.contains { $0.keyword == "type" && $0.node == violation.node && $0.key == nil }
  }

  /// The violations of one alternative, with the note which it is.
  private func told(_ candidate: Candidate, _ count: Int) -> [Violation] {
    candidate.violations.map { violation in
      var violation = violation
      violation.rule = violation.rule ?? self.violation.rule
      violation.context.append(
        Violation.Context(branch: candidate.branch.schemaNode, index: candidate.index, count: count))
      return violation
    }
  }

  // MARK: Discriminators

  /// The alternatives whose fixed values are there; all, if that tells nothing.
  private func discriminated(_ candidates: [Candidate]) -> [Candidate] {
    var result = candidates
    for key in discriminators(candidates) {
      let matching = result.filter { $0.branch.profile.discriminators[key] == true }
      if !matching.isEmpty { result = matching }
    }
    return result
  }

  /// The keys that tell the alternatives apart, the one that most of them fix first.
  private func discriminators(_ candidates: [Candidate]) -> [String] {
    var counts: [String: Int] = [:]
    for candidate in candidates {
      for key in candidate.branch.profile.discriminators.keys { counts[key, default: 0] += 1 }
    }
    return counts.filter { $0.value > 1 }
      .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
  }

  /// One violation for a value that all alternatives fix and that none of them has.
  private func wrongDiscriminator(_ candidates: [Candidate]) -> Violation? {
    for key in discriminators(candidates) {
      guard candidates.allSatisfy({ $0.branch.profile.discriminators[key] == false }) else { continue }
      guard let value = violation.node[key] else { continue }
      var allowed: [Node] = []
      for candidate in candidates {
        for violation in candidate.violations where violation.node == value { allowed += violation.allowedValues }
      }
      if allowed.isEmpty { continue }
      return replacing(.enumeration(allowed: JSONEquality.unique(allowed)), at: value)
    }
    return nil
  }

  // MARK: Ranks

  /// The alternatives that recognise most of the value.
  private func best(_ candidates: [Candidate]) -> [Candidate] {
    let ranks = candidates.map(rank)
    guard let highest = ranks.max() else { return candidates }
    return zip(candidates, ranks).filter { $1 == highest }.map(\.0)
  }

  private func rank(_ candidate: Candidate) -> Rank {
    let profile = candidate.branch.profile
    let wrongKeys = Set(candidate.violations.compactMap { child(of: violation.node, above: $0.culprit) })
    return Rank(
      discriminators: profile.discriminators.values.count { $0 },
      values: profile.knownKeys.count { !wrongKeys.contains($0) }, keys: profile.knownKeys.count,
      violations: candidate.violations.count)
  }

  private struct Rank: Comparable {
    var discriminators: Int
    var values: Int
    var keys: Int
    var violations: Int

    static func < (lhs: Self, rhs: Self) -> Bool {
      (lhs.discriminators, lhs.values, lhs.keys, rhs.violations)
        < (rhs.discriminators, rhs.values, rhs.keys, lhs.violations)
    }
  }

  /// The key in an object below which a node stands.
  private func child(of object: Node, above node: Node) -> Node? {
    var node = node
    while let parent = node.parent {
      if parent == object { return node.isKey ? node : node.key }
      node = parent
    }
    return nil
  }

  // MARK: Ties

  /// What several alternatives say, as one.
  private func merged(_ candidates: [Candidate]) -> [Violation] {
    var shared = Set(candidates[0].violations.map(Statement.init))
    for other in candidates.dropFirst() where !shared.isEmpty {
      shared.formIntersection(other.violations.map(Statement.init))
    }
    if !shared.isEmpty { return candidates[0].violations.filter { shared.contains(Statement($0)) } }
    let firsts = candidates.map(\.violations)
    guard firsts.allSatisfy({ $0.count == 1 }), firsts.allSatisfy({ $0[0].culprit == firsts[0][0].culprit }) else {
      return mergedMissingKeys(candidates).map { [$0] } ?? [violation]
    }
    return [mergedSingles(firsts.map { $0[0] })]
  }

  /// What makes violations of two alternatives the same.
  private struct Statement: Hashable {
    var culprit: Node
    var keyword: String
    var message: String

    init(_ violation: Violation) {
      culprit = violation.culprit
      keyword = violation.keyword
      message = violation.message
    }
  }

  /// One violation for several at the same place.
  private func mergedSingles(_ violations: [Violation]) -> Violation {
    var types: [String] = []
    var actual = ""
    var allowed: [Node] = []
    var missing: [[String]] = []
    for violation in violations {
      switch violation.fact {
      case .type(let expected, let found):
        types += expected.filter { !types.contains($0) }
        actual = found
      case .enumeration(let values): allowed += values
      case .constant(let value): allowed.append(value)
      case .required(let keys): missing.append(keys)
      case .requiredOneOf(let keys): missing += keys
      default: return self.violation
      }
    }
    let node = violations[0].node
    switch (types.isEmpty, allowed.isEmpty, missing.isEmpty) {
    case (false, true, true): return replacing(.type(expected: types, actual: actual), at: node)
    case (true, false, true): return replacing(.enumeration(allowed: JSONEquality.unique(allowed)), at: node)
    case (true, true, false): return replacing(.requiredOneOf(missing), at: node)
    default: return violation
    }
  }

  /// One violation where each alternative misses other keys of the object.
  private func mergedMissingKeys(_ candidates: [Candidate]) -> Violation? {
    var missing: [[String]] = []
    for candidate in candidates {
      guard candidate.violations.count == 1, candidate.violations[0].node == violation.node,
        case .required(let keys) = candidate.violations[0].fact
      else { return nil }
      missing.append(keys)
    }
    return replacing(.requiredOneOf(missing), at: violation.node)
  }

  private func replacing(_ fact: Violation.Fact, at node: Node) -> Violation {
    violation.replacing(fact, at: node)
  }
}

extension Violation {
  /// Another fact about another value, from the same keyword.
  fileprivate func replacing(_ fact: Fact, at node: Node) -> Violation {
    var result = self
    result.fact = fact
    result.node = node
    return result
  }

  /// What the value may be, where that is a list of values.
  fileprivate var allowedValues: [Node] {
    switch fact {
    case .enumeration(let allowed): allowed
    case .constant(let value): [value]
    default: []
    }
  }
}
