import ManifestLint

/// Flags a request for the rights of an administrator.
struct AdminScope: Rule {
  static let metadata = RuleMetadata(
    id: "admin-scope",
    section: .appAndOAuth,
    severity: .warning,
    origin: .review,
    summary: "The app asks for the scope 'admin'.",
    rationale: """
      Only administrators can grant it, yet others can install the app and then fail. Reviewers ask why it is needed. \
      Webhooks, a usual reason, have had a scope of their own, 'webhooks:full', since 2024.
      """,
    remedy: "Ask for 'webhooks:full' if it is for webhooks; else be ready to say why.",
    source: .scopes,
    examples: [
      .init(bad: "oauth:\n  scopes: [base, admin]\n", good: "oauth:\n  scopes: [base, webhooks:full]\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let admin = context.manifest?.scope(.admin) else { return [] }
    return [Finding(.admin, at: admin.node, help: "ask for 'webhooks:full' if it is for webhooks")]
  }
}

extension Finding.Message {
  fileprivate static let admin: Self = "the app asks for 'admin', which only administrators can grant"
}
