import ManifestLint

/// Flags an authorization link without the app's client id.
struct InstallationUrlClientId: Rule {
  static let metadata = RuleMetadata(
    id: "installation-url-client-id",
    section: .appAndOAuth,
    severity: .error,
    origin: .platform,
    summary: "The authorization link in 'installationUrl' has no 'client_id', or another app's.",
    rationale:
      "Pipedrive tells by 'client_id' which app a user installs; without it, or with a wrong one, nothing is installed.",
    remedy: "Write the client id that Developer Hub shows for this app.",
    source: .oauth,
    examples: [
      .init(
        bad: """
          oauth:
            clientId: 57da5c3c55a82bb4
            installationUrl: https://oauth.pipedrive.com/oauth/authorize?client_id=5d80274eae050b58

          """,
        good: """
          oauth:
            clientId: 57da5c3c55a82bb4
            installationUrl: https://oauth.pipedrive.com/oauth/authorize?client_id=57da5c3c55a82bb4

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let link = InstallationLink(context) else { return [] }
    if let finding = link.missing("client_id", help: "add 'client_id' with the client id of the app") {
      return [finding]
    }
    guard let value = link.value("client_id"), !value.isPartlyUnknown,
      let clientID = context.manifest?.clientID, !clientID.value.isEmpty,
      let expected = Template(clientID.value).resolvedText(context.variables), !expected.utf8.elementsEqual(value.utf8)
    else { return [] }
    return [
      Finding(
        .other(value, than: expected), marking: link.field.mark(parameter: "client_id"), help: "write '\(expected)'",
        notes: [.init("the client id of the app", at: clientID.node)])
    ]
  }
}

extension Finding.Message {
  fileprivate static func other(_ value: String, than expected: String) -> Self {
    "'client_id' is '\(value)', and the app's client id is '\(expected)'"
  }
}
