import ManifestLint

/// Flags a JSON panel whose endpoint cannot tell who calls.
struct PanelAuthentication: Rule {
  static let metadata = RuleMetadata(
    id: "panel-authentication",
    section: .extensions,
    severity: .error,
    origin: .platform,
    summary: "A JSON panel has neither HTTP authentication nor a JWT secret.",
    rationale: """
      Pipedrive calls the panel's endpoint for every user. It asks for a user name and password, for a JWT secret, or \
      for both, so that the endpoint can tell Pipedrive from anybody else.
      """,
    remedy: "Add 'httpAuth' with 'username' and 'password', or 'jwtSecret'.",
    source: .addingJSONPanel,
    examples: [
      .init(
        bad: "extensions:\n  jsonPanels:\n    - name: Visits\n",
        good: "extensions:\n  jsonPanels:\n    - name: Visits\n      jwtSecret: ${PANEL_JWT_SECRET}\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    let problems = context.keyProblems
    return (context.manifest?.extensions ?? []).compactMap { item in
      // Half a pair is 'missing-key', a null 'empty-value', a slip in the key 'unknown-key': one cause, one diagnostic.
      guard item.kind == .jsonPanel, item.node["httpAuth"] == nil, isAbsent(item.node["jwtSecret"]),
        !["httpAuth", "jwtSecret"].contains(where: { problems.hasStandIn(for: $0, in: item.node) })
      else { return nil }
      return Finding(
        .none(item.subject), marking: .object(item.node),
        help: "add 'httpAuth' with 'username' and 'password', or 'jwtSecret'")
    }
  }

  private func isAbsent(_ secret: Node?) -> Bool {
    guard let secret else { return true }
    return secret.kind == .string && secret.content.isEmpty
  }
}

extension Finding.Message {
  fileprivate static func none(_ subject: String) -> Self {
    "\(subject) has neither 'httpAuth' nor 'jwtSecret'"
  }
}
