import ManifestLint

/// Flags scopes in an authorization link.
struct InstallationUrlScope: Rule {
  static let metadata = RuleMetadata(
    id: "installation-url-scope",
    section: .appAndOAuth,
    severity: .usually(.warning, otherwise: .init(when: "an empty one", .error)),
    origin: .platform,
    fixes: [.safe],
    summary: "The authorization link in 'installationUrl' has a 'scope' parameter.",
    rationale: """
      Scopes belong to the app: Pipedrive asks users for what is ticked in Developer Hub, whatever the link says. An \
      empty 'scope' is answered with an error.
      """,
    remedy: "Remove the parameter, and list the scopes under 'oauth.scopes'.",
    source: .oauth,
    examples: [
      .init(
        bad: """
          oauth:
            installationUrl: https://oauth.pipedrive.com/oauth/authorize?scope=deals:read&client_id=57da5c3c55a82bb4

          """,
        good: """
          oauth:
            installationUrl: https://oauth.pipedrive.com/oauth/authorize?client_id=57da5c3c55a82bb4

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let link = InstallationLink(context), let scope = link.parts.parameter("scope") else { return [] }
    return [
      Finding(
        scope.value.isEmpty ? .empty : .noEffect, marking: link.field.mark(parameter: "scope"),
        help: "remove it; the scopes of an app are those under 'oauth.scopes'",
        severity: scope.value.isEmpty ? .error : nil, fixIt: fixIt(link.field))
    ]
  }

  private func fixIt(_ field: URLField) -> FixIt? {
    let parts = field.writtenParts
    guard let query = parts.query, let scope = parts.parameter("scope") else { return nil }
    // The '&' behind it goes too, at the end the one before it, or the '?' if nothing else is there.
    let isLast = scope.offsets.upperBound == query.upperBound
    let piece =
      isLast
      ? scope.offsets.lowerBound - 1..<scope.offsets.upperBound
      : scope.offsets.lowerBound..<scope.offsets.upperBound + 1
    return FixIt("remove 'scope'", safety: .safe, edits: [field.node.edit(replacing: piece, with: "")])
  }
}

extension Finding.Message {
  fileprivate static let noEffect: Self = "'scope' in the authorization link has no effect"
  fileprivate static let empty: Self = "'scope' in the authorization link is empty; Pipedrive answers with an error"
}
