import ManifestLint

/// Flags an access scope that is listed twice.
struct DuplicateScope: Rule {
  static let metadata = RuleMetadata(
    id: "duplicate-scope",
    section: .appAndOAuth,
    severity: .warning,
    origin: .advice,
    fixes: [.safe],
    summary: "An access scope is listed twice.",
    rationale: "The second one asks for nothing, and often another scope was meant.",
    remedy: "Remove the repeated one, or name the scope that was meant.",
    source: .scopes,
    examples: [
      .init(
        bad: "oauth:\n  scopes: [base, deals:read, deals:read]\n", good: "oauth:\n  scopes: [base, deals:read]\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.scopeList?.repeatedItems ?? []).compactMap { item in
      let scope = item.repeated.text
      // An empty one is 'empty-value'.
      guard scope.contains(where: { !$0.isWhitespace }) else { return nil }
      return Finding(
        .repeated(scope), at: item.repeated, help: "remove it", notes: [.init("first here", at: item.first)],
        fixIt: item.repeated.removingFix("remove the repeated item"))
    }
  }
}

extension Finding.Message {
  fileprivate static func repeated(_ scope: String) -> Self { "access scope '\(scope)' is already listed" }
}
