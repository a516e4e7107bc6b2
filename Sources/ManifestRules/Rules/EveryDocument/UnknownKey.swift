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
    return context.violations(for: Self.metadata.id).compactMap { violation -> Finding? in
      guard let key = violation.key, key.isTextKey, case .unknownKey(_, let known) = violation.fact else { return nil }
      if let meant = problems.meantKey(key, in: violation.node) {
        return misspelt(key, meant.name, isRequired: meant.isRequired, isNear: problems.isNear(key))
      }
      let isConfiguration = context.kind == .known(.configuration)
      // The formats that are Pipedrive's own take no key beside theirs, the configuration at its root only.
      let takesOwnKeys = isConfiguration ? violation.node.parent == nil : !isBelow(pipedriveDocuments, key)
      if isConfiguration { return Finding(.unknown(key.text, home: nil), at: key, help: help(known, takesOwnKeys)) }
      let home =
        takesOwnKeys
        ? KeyHome.path(of: key.text)
        : KeyHome.ofOption(key.text, in: violation.node)
          ?? (context.modals.contains { $0.node == violation.node } ? KeyHome.ofModalPart(key.text) : nil)
      let order = home.map { "move it to '\($0)'" } ?? (takesOwnKeys ? KeyHome.otherWord(for: key.text) : nil)
      return Finding(.unknown(key.text, home: home), at: key, help: order ?? help(known, takesOwnKeys))
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

  fileprivate static func requiredMisspelt(_ key: String, _ name: String) -> Self {
    "unknown key '\(key)'; the required key '\(name)' is missing"
  }
}
