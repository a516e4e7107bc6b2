import ManifestLint

/// Flags a key that the format does not have.
struct UnknownKey: Rule {
  static let metadata = RuleMetadata(
    id: "unknown-key",
    section: .everyDocument,
    severity: .error,
    origin: .platform,
    fixes: [.safe],
    summary: "A key is not one of those that the format has at this place.",
    rationale: """
      A key that nobody reads looks as if it did something. Most are misspelt, or stand one level too high or too low.
      """,
    remedy: "Correct the spelling, move the key, remove it, or begin it with 'x-' to keep it as your own.",
    source: .registeringPrivateApp,
    examples: [
      .init(
        bad: "manifest: 1\napp:\n  nmae: Car Services App\n",
        good: "manifest: 1\napp:\n  name: Car Services App\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    let problems = context.keyProblems
    let pipedriveDocuments = context.pipedriveDocuments
    return context.violations(for: Self.metadata.id).compactMap { violation in
      guard let key = violation.key, case .unknownKey(_, let known) = violation.fact else { return nil }
      guard key.isScalar, key.kind != .null else {
        return Finding(.noText(key), at: key, help: "write a text before the ':', or remove the entry")
      }
      if let meant = problems.meantKey(key, in: violation.node) {
        return misspelt(key, meant.name, isRequired: meant.isRequired, isNear: problems.isNear(key))
      }
      // The formats that are Pipedrive's own take no key beside theirs.
      let takesOwnKeys = !isBelow(pipedriveDocuments, key)
      let home = takesOwnKeys ? KeyHome.path(of: key.text) : KeyHome.ofOption(key.text, in: violation.node)
      return Finding(
        .unknown(key.text, home: home), at: key, help: home.map { "move it to '\($0)'" } ?? help(known, takesOwnKeys))
    }
  }

  private func isBelow(_ roots: Set<Node>, _ node: Node) -> Bool {
    if roots.isEmpty { return false }
    var current: Node? = node
    while let node = current {
      if roots.contains(node) { return true }
      current = node.parent
    }
    return false
  }

  private func misspelt(_ key: Node, _ name: String, isRequired: Bool, isNear: Bool) -> Finding {
    let fix = FixIt("rename it to '\(name)'", safety: .safe, edits: [key.edit(replacingTextWith: name)])
    return Finding(
      isRequired ? .requiredMisspelt(key.text, name) : .unknown(key.text, home: nil), at: key,
      help: "did you mean '\(name)'?", fixIt: isNear ? fix : nil)
  }

  private func help(_ known: [String], _ takesOwnKeys: Bool) -> String {
    let own = takesOwnKeys ? "remove it, or begin it with 'x-' to keep it as your own" : "remove it"
    return known.isEmpty ? own : "\(own); known here: \(known.joined(separator: ", "))"
  }
}

extension Finding.Message {
  fileprivate static func unknown(_ key: String, home: String?) -> Self {
    home.map { "key '\(key)' does not belong here; it belongs under '\($0)'" } ?? "unknown key '\(key)'"
  }

  fileprivate static func noText(_ key: Node) -> Self {
    "a key must be text, not \(key.kind.phrase)"
  }

  fileprivate static func requiredMisspelt(_ key: String, _ name: String) -> Self {
    "unknown key '\(key)'; the required key '\(name)' is missing"
  }
}
