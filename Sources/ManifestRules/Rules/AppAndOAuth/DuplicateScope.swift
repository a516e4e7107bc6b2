import ManifestLint

/// Flags an access scope that is listed twice.
struct DuplicateScope: Rule {
  static let metadata = RuleMetadata(
    id: "duplicate-scope",
    section: .appAndOAuth,
    severity: .warning,
    origin: .advice,
    fixes: [.safe, .unsafe],
    summary: "An access scope is listed twice.",
    rationale: "The second one asks for nothing, and often another scope was meant.",
    remedy: "Remove the repeated one, or name the scope that was meant.",
    source: .scopes,
    examples: [
      .init(
        bad: "oauth:\n  scopes: [base, deals:read, deals:read]\n", good: "oauth:\n  scopes: [base, deals:read]\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    var firsts: [[UInt8]: Node] = [:]
    return (context.manifest?.scopes ?? []).compactMap { scope in
      guard let first = firsts[Array(scope.value.utf8)] else {
        firsts[Array(scope.value.utf8)] = scope.node
        return nil
      }
      // An empty one is 'empty-value'.
      guard scope.value.contains(where: { !$0.isWhitespace }) else { return nil }
      return Finding(
        .repeated(scope.value), at: scope.node, help: "remove it", notes: [.init("first here", at: first)],
        fixIt: scope.node.removingFix("remove the repeated item"))
    }
  }
}

extension Finding.Message {
  fileprivate static func repeated(_ scope: String) -> Self { "access scope '\(scope)' is already listed" }
}
