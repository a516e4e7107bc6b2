import ManifestSyntax

/// Finds, where no alternative holds, the one that the author seems to have meant.
///
/// In this order: alternatives for another type of value are out; one that fixes a value otherwise than it is there is
/// out if another one takes it; then counts what each recognises. Where several are left they are told as one: "one of
/// 'url', 'iframeUrl' is missing".
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
    // Given up inside of one of them, which nobody can tell from the others then.
    if let lack = candidates.lazy.flatMap(\.violations).first(where: \.isIncomplete) { return [lack] }
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
    candidate.violations.contains { $0.node == violation.node && $0.key == nil && !wantedTypes($0).isEmpty }
  }

  /// The types of which the value is none, where that is what is wrong.
  private func wantedTypes(_ violation: Violation) -> [String] {
    switch violation.fact {
    case .type(let expected, _): expected
    // Schemas that speak of objects alone all hold for anything else; their author wants an object.
    case .branches(let branches, let matched)
    where matched.count > 1 && violation.node.kind != .mapping && branches.allSatisfy(\.isAboutObjects): ["object"]
    default: []
    }
  }

  /// The violations of one alternative, with the note which it is.
  private func told(_ candidate: Candidate, _ count: Int) -> [Violation] {
    candidate.violations.map { violation in
      var violation = violation
      violation.rule = violation.rule ?? self.violation.rule
      violation.context.append(
        Violation.Context(
          branch: candidate.branch.schemaNode, index: candidate.index, count: count, list: self.violation.schemaNode))
      return violation
    }
  }

  // MARK: Discriminators

  /// The alternatives whose fixed values are there, or which fix none where others refuse; all, if that tells nothing.
  private func discriminated(_ candidates: [Candidate]) -> [Candidate] {
    var result = candidates
    for key in discriminators(candidates) {
      let matching = result.filter { $0.branch.profile.discriminators[key]?.matches == true }
      let taking = matching.isEmpty ? result.filter { $0.branch.profile.discriminators[key] == nil } : matching
      if !taking.isEmpty { result = taking }
    }
    return result
  }

  /// The keys that tell the alternatives apart, the most telling first.
  private func discriminators(_ candidates: [Candidate]) -> [String] {
    var weights: [String: Weight] = [:]
    for candidate in candidates {
      for (key, value) in candidate.branch.profile.discriminators {
        weights[key, default: Weight()].add(value)
      }
    }
    return weights.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value < $1.value }.map(\.key)
  }

  /// How well a key tells alternatives apart: the lesser weighs more.
  private struct Weight: Comparable {
    private var count = 0
    private var isMatched = false
    private var fewestValues = Int.max

    mutating func add(_ value: BranchProfile.FixedValue) {
      count += 1
      isMatched = isMatched || value.matches
      fewestValues = min(fewestValues, value.allowed.count)
    }

    static func < (lhs: Self, rhs: Self) -> Bool {
      if lhs.count != rhs.count { return lhs.count > rhs.count }
      if lhs.isMatched != rhs.isMatched { return lhs.isMatched }
      return lhs.fewestValues < rhs.fewestValues
    }
  }

  /// One violation for a value that all alternatives fix and that none of them has.
  private func wrongDiscriminator(_ candidates: [Candidate]) -> Violation? {
    for key in discriminators(candidates) {
      let fixed = candidates.compactMap { $0.branch.profile.discriminators[key] }
      guard fixed.count == candidates.count, !fixed.contains(where: \.matches), let value = violation.node[key] else {
        continue
      }
      return replacing(.enumeration(allowed: JSONEquality.unique(fixed.flatMap(\.allowed))), at: value)
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
      discriminators: profile.discriminators.values.count(where: \.matches),
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
    var shared = Set(candidates[0].violations.map(Relevance.Statement.init))
    for other in candidates.dropFirst() where !shared.isEmpty {
      shared.formIntersection(other.violations.map(Relevance.Statement.init))
    }
    let common = candidates[0].violations.filter { shared.contains(Relevance.Statement($0)) }
    let rests = candidates.map { $0.violations.filter { !shared.contains(Relevance.Statement($0)) } }
    if rests.contains(where: \.isEmpty) { return common }
    if let missing = mergedMissingKeys(rests) { return common + missing }
    if !common.isEmpty { return common }
    guard rests.allSatisfy({ $0.count == 1 && $0[0].culprit == rests[0][0].culprit }) else { return [violation] }
    return [mergedSingles(rests.map { $0[0] })]
  }

  /// One violation for several at the same place.
  private func mergedSingles(_ violations: [Violation]) -> Violation {
    var types: [String] = []
    var allowed: [Node] = []
    for violation in violations {
      switch violation.fact {
      case .enumeration(let values): allowed += values
      case .constant(let value): allowed.append(value)
      default:
        let wanted = wantedTypes(violation)
        if wanted.isEmpty { return self.violation }
        types += wanted.filter { !types.contains($0) }
      }
    }
    let node = violations[0].node
    switch (types.isEmpty, allowed.isEmpty) {
    case (false, true): return replacing(.type(expected: types, actual: node.kind.schemaName), at: node)
    case (true, false): return replacing(.enumeration(allowed: JSONEquality.unique(allowed)), at: node)
    default: return violation
    }
  }

  /// What is missing by every alternative, and what by each; `nil` where more than keys is missing.
  private func mergedMissingKeys(_ rests: [[Violation]]) -> [Violation]? {
    var sets: [[[String]]] = []
    for rest in rests {
      guard rest.count == 1, rest[0].node == violation.node else { return nil }
      switch rest[0].fact {
      case .required(let keys): sets.append([keys])
      case .requiredOneOf(let keys): sets.append(keys)
      default: return nil
      }
    }
    let all = sets.flatMap { $0 }
    let common = all[0].filter { key in all.allSatisfy { $0.contains(key) } }
    var others: [[String]] = []
    for keys in all.map({ $0.filter { !common.contains($0) } }) where !others.contains(keys) { others.append(keys) }
    var result: [Violation] = []
    if !common.isEmpty { result.append(replacing(.required(missing: common), at: violation.node)) }
    // With nothing else missing by one of them, the rest is of no concern.
    if !others.contains([]) { result.append(replacing(.requiredOneOf(others), at: violation.node)) }
    return result
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
}
