import ManifestLint

/// Flags a host that Pipedrive or its users cannot reach.
struct LocalHost: Rule {
  static let metadata = RuleMetadata(
    id: "local-host",
    section: .appAndOAuth,
    severity: .staged(
      draft: .warning, live: .error, otherwise: .init(when: "a loopback callback URL in a draft", .info)),
    origin: .platform,
    summary: "An address leads to the developer's own machine or network.",
    rationale: """
      Pipedrive's servers call endpoints and the callback URL, and iframes load at every user's place: neither \
      reaches 'localhost' or a private network. A callback on the own machine is enough to try OAuth out, but \
      uninstall requests never arrive there. Link actions may lead into an intranet.
      """,
    remedy: "Use a host that can be reached from outside, for development a tunnel.",
    source: .uninstallation,
    examples: [
      .init(
        bad: "extensions:\n  customModals:\n    - iframeUrl: https://localhost:3000/modal\n",
        good: "extensions:\n  customModals:\n    - iframeUrl: https://www.carservicesapp.com/modal\n"),
      .init(
        bad: "app:\n  callbackUrl: https://10.0.0.12/callback\n",
        good: "app:\n  callbackUrl: https://www.carservicesapp.com/callback\n"),
    ])

  func check(_ context: LintContext) -> [Finding] {
    var hosts = LastHost(HostReach.init(host:))
    return context.urlFields.compactMap { field in
      guard let address = field.address else { return nil }
      let reach = hosts.judgement(of: address.host)
      guard isOutOfReach(reach, for: field.role) else { return nil }
      let isDraftCallback = field.role == .callback && reach == .loopback && context.stage == .draft
      return Finding(
        .local(address.host, reach, field.role, context.stage), at: field.node,
        help: isDraftCallback
          ? "use a tunnel to try uninstallation out, and a public host before the app goes live"
          : "use a host that can be reached from outside, for development a tunnel",
        severity: isDraftCallback ? .info : nil)
    }
  }

  private func isOutOfReach(_ reach: HostReach, for role: URLField.Role) -> Bool {
    switch reach {
    case .loopback: true
    case .privateNetwork, .linkLocal, .localName, .singleLabel: role.isCalledFromOutside
    case .everywhere, .unknown: false
    }
  }
}

extension URLField.Role {
  /// Whether Pipedrive's servers, or the browser of any user, come to the address from outside.
  fileprivate var isCalledFromOutside: Bool {
    switch self {
    case .callback, .modalEndpoint, .panelEndpoint, .iframe, .extensionEndpoint: true
    // A user's browser may stand in the same network.
    case .installation, .link, .button, .page: false
    }
  }
}

extension Finding.Message {
  fileprivate static func local(_ host: String, _ reach: HostReach, _ role: URLField.Role, _ stage: Stage) -> Self {
    if reach == .loopback, role == .callback, stage == .live {
      return "the callback URL of a live app leads users to their own machine; uninstall requests never arrive"
    }
    if reach == .loopback, role == .callback {
      return "the callback URL leads to the developer's own machine; uninstall requests never arrive there"
    }
    let place =
      switch reach {
      case .loopback: "leads to the machine of whoever opens it"
      case .privateNetwork: "is in a private network"
      case .linkLocal: "is a link-local address"
      case .localName, .singleLabel, .everywhere, .unknown: "is known in a local network only"
      }
    guard role.isCalledFromOutside else { return "'\(host)' \(place)" }
    return "'\(host)' \(place); \(role == .iframe ? "the iframe does not load elsewhere" : "Pipedrive cannot reach it")"
  }
}
