import ManifestLint

/// The keys that objects lack and the keys that they have too many, held against each other.
///
/// A misspelt key is one slip, not two: where an unknown key is the only near match of a known one that the object
/// does not have, it stands for that key.
struct KeyProblems: Sendable {
  /// The known key that an unknown one stands for.
  private var meant: [Node: String] = [:]
  /// The required keys that an object has in another spelling.
  private var misspelt: [Node: Set<String>] = [:]

  init(_ context: LintContext) {
    var required: [Node: [String]] = [:]
    for violation in context.violations {
      if case .required(let missing) = violation.fact { required[violation.node, default: []] += missing }
    }
    for violation in context.violations(for: "unknown-key") {
      guard let key = violation.key, case .unknownKey(_, let known) = violation.fact else { continue }
      let object = violation.node
      let absent = known.filter { object[$0] == nil && misspelt[object]?.contains($0) != true }
      guard let match = NearMatch.unique(key.text, among: absent) else { continue }
      meant[key] = match
      misspelt[object, default: []].insert(match)
    }
    for (object, keys) in misspelt { misspelt[object] = keys.intersection(required[object] ?? []) }
  }

  /// The known key that an unknown one stands for, and whether that one is required; `nil` if none is near.
  func meantKey(_ key: Node, in object: Node) -> (name: String, isRequired: Bool)? {
    meant[key].map { ($0, misspelt[object]?.contains($0) == true) }
  }

  /// Whether an object has a required key in another spelling.
  func isMisspelt(_ key: String, in object: Node) -> Bool {
    misspelt[object]?.contains(key) == true
  }
}
