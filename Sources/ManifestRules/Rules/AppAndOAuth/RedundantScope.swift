import ManifestLint

/// Flags an access scope that another one holds.
struct RedundantScope: Rule {
  static let metadata = RuleMetadata(
    id: "redundant-scope",
    section: .appAndOAuth,
    severity: .warning,
    origin: .review,
    fixes: [.safe, .unsafe],
    summary: "An access scope gives nothing that another one does not give.",
    rationale: """
      'deals:full' holds 'deals:read', and 'admin' covers webhooks and the fields of deals and contacts. Users see \
      every scope on the page where they grant access, and reviewers ask about each.
      """,
    remedy: "Remove the smaller scope, or the greater one if the smaller one is enough.",
    source: .scopes,
    examples: [
      .init(
        bad: "oauth:\n  scopes: [base, deals:read, deals:full]\n", good: "oauth:\n  scopes: [base, deals:full]\n"),
      .init(
        bad: "oauth:\n  scopes: [base, admin, webhooks:full]\n", good: "oauth:\n  scopes: [base, webhooks:full]\n"),
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest else { return [] }
    return Scope.allCases.compactMap { scope in
      guard let smaller = manifest.scope(scope) else { return nil }
      if let greater = scope.including.flatMap({ manifest.scope($0) }) {
        return finding(smaller, in: greater, isCertain: true)
      }
      guard scope.isCoveredByAdmin, let admin = manifest.scope(.admin) else { return nil }
      return finding(smaller, in: admin, isCertain: false)
    }
  }

  private func finding(_ smaller: Located<String>, in greater: Located<String>, isCertain: Bool) -> Finding {
    var fix = smaller.node.removingFix("remove '\(smaller.value)'")
    if !isCertain { fix?.safety = .unsafe }
    return Finding(
      .held(smaller.value, by: greater.value), at: smaller.node,
      help: isCertain
        ? "remove '\(smaller.value)', or '\(greater.value)' if reading is enough"
        : "remove '\(greater.value)' if the app needs no more than '\(smaller.value)', else '\(smaller.value)'",
      notes: [.init("'\(greater.value)' covers it", at: greater.node)], fixIt: fix)
  }
}

extension Finding.Message {
  fileprivate static func held(_ smaller: String, by greater: String) -> Self {
    "access scope '\(smaller)' gives nothing beside '\(greater)'"
  }
}
