import ManifestLint

/// Flags a host that stands for another one until the app is finished.
struct PlaceholderHost: Rule {
  static let metadata = RuleMetadata(
    id: "placeholder-host",
    section: .appAndOAuth,
    severity: .staged(draft: .info, live: .error),
    origin: .review,
    summary: "An address has the host of an example or of a tunnel to a developer's machine.",
    rationale: """
      A callback URL that does not work is fine in a draft; when the app goes live it is checked, and users end up \
      there. 'example.com' leads nowhere, and a tunnel is gone when its developer's machine is switched off.
      """,
    remedy: "Write the address that the app will have when it is live.",
    source: .registeringPrivateApp.section("Basic info"),
    examples: [
      .init(
        bad: "app:\n  callbackUrl: https://example.com/callback\n",
        good: "app:\n  callbackUrl: https://www.carservicesapp.com/callback\n"),
      .init(
        bad: "app:\n  callbackUrl: https://b31f-84-50.ngrok-free.app/callback\n",
        good: "app:\n  callbackUrl: https://www.carservicesapp.com/callback\n"),
    ])

  func check(_ context: LintContext) -> [Finding] {
    var hosts = LastHost(ProvisionalHost.init(host:))
    return context.urlFields.compactMap { field in
      guard let address = field.address, let kind = hosts.judgement(of: address.host) else { return nil }
      return Finding(
        .provisional(address.host, kind), at: field.node,
        help: context.stage == .live
          ? "write the address that the app has now that it is live" : "replace it before the app goes live")
    }
  }
}

extension Finding.Message {
  fileprivate static func provisional(_ host: String, _ kind: ProvisionalHost) -> Self {
    let host = host.isPartlyUnknown ? "the host" : "'\(host)'"
    return switch kind {
    case .example: "\(host) is a host for examples, which leads nowhere"
    case .tunnel: "\(host) is a tunnel to a developer's machine, or a place to try requests out"
    }
  }
}
