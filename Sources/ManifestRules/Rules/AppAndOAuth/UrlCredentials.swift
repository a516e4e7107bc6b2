import ManifestLint

/// Flags a user name or password in an address.
struct UrlCredentials: Rule {
  static let metadata = RuleMetadata(
    id: "url-credentials",
    section: .appAndOAuth,
    severity: .error,
    origin: .advice,
    summary: "An address holds a user name or password.",
    rationale: """
      Addresses end up in logs, in the history of browsers and, with this file, in a repository. Browsers drop or \
      refuse such addresses in iframes, and the endpoint cannot count on getting what stands there.
      """,
    remedy: "Take it out of the address; a JSON panel has 'httpAuth' for it, other extensions are signed with a JWT.",
    source: .addingJSONPanel,
    examples: [
      .init(
        bad: "extensions:\n  jsonPanels:\n    - apiEndpoint: https://pipedrive:pass@www.carservicesapp.com/visits\n",
        good: "extensions:\n  jsonPanels:\n    - apiEndpoint: https://www.carservicesapp.com/visits\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.urlFields.compactMap { field in
      guard field.address?.hasUserInformation == true else { return nil }
      let mark = UserInformation.range(in: field.node.text).map { field.node.piece($0) }
      return Finding(.credentials, marking: mark ?? .node(field.node), help: help(field.role))
    }
  }

  private func help(_ role: URLField.Role) -> String {
    switch role {
    case .panelEndpoint: "remove it, and give 'httpAuth' with 'username' and 'password'"
    case .link, .modalEndpoint, .iframe: "remove it; the JWT that Pipedrive sends along tells who calls"
    case .extensionEndpoint: "remove it; Pipedrive sends the app's client id and secret along"
    case .callback, .installation, .button, .page: "remove it"
    }
  }
}

extension Finding.Message {
  fileprivate static let credentials: Self = "the address holds a user name or password"
}
