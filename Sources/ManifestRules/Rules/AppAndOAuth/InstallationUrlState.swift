import ManifestLint

/// Flags an authorization link without a state, or with one that never changes.
struct InstallationUrlState: Rule {
  static let metadata = RuleMetadata(
    id: "installation-url-state",
    section: .appAndOAuth,
    severity: .warning,
    origin: .platform,
    summary: "The authorization link in 'installationUrl' has no 'state', or a fixed one.",
    rationale: """
      'state' protects users from being tied to a stranger's account: your server makes a new unguessable text for \
      each installation and expects it back. One that stands in a registered link is the same for all, and so \
      protects nobody.
      """,
    remedy: "Send users to a page of your own that makes the state and then redirects to the authorization page.",
    source: .stateParameter,
    examples: [
      .init(
        bad: "oauth:\n  installationUrl: https://oauth.pipedrive.com/oauth/authorize?client_id=57da5c3c55a82bb4\n",
        good: "oauth:\n  installationUrl: https://www.carservicesapp.com/install\n"),
      .init(
        bad: "oauth:\n  installationUrl: https://oauth.pipedrive.com/oauth/authorize?state=from-pipedrive\n",
        good: "oauth:\n  installationUrl: https://www.carservicesapp.com/install\n"),
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let link = InstallationLink(context) else { return [] }
    if let finding = link.missing("state", help: Self.help) { return [finding] }
    guard let value = link.value("state"), !value.isPartlyUnknown, !isVariable(link.field) else { return [] }
    return [Finding(.fixed, marking: link.field.mark(parameter: "state"), help: Self.help)]
  }

  /// Whether a variable gives the state, whatever its value is here.
  private func isVariable(_ field: URLField) -> Bool {
    guard let written = field.writtenParts.parameter("state") else { return false }
    return !Template(written.value).variables.isEmpty
  }

  private static let help = "send users to a page of your own that makes a new state for each and starts OAuth"
}

extension Finding.Message {
  fileprivate static let fixed: Self = "'state' is the same for every installation, which defeats its purpose"
}
