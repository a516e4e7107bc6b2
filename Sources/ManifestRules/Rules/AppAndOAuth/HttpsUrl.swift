import ManifestLint

/// Flags an address outside an iframe that is not encrypted.
struct HttpsUrl: Rule {
  static let metadata = RuleMetadata(
    id: "https-url",
    section: .appAndOAuth,
    severity: .usually(.warning, otherwise: .init(when: "the callback URL of a live app", .error)),
    origin: .platform,
    fixes: [.unsafe],
    summary: "A URL other than an iframe's is plain http.",
    rationale: """
      Codes, tokens and customers' data travel to these addresses. Pipedrive strongly recommends https, and checks the \
      callback URL when the app goes live. Addresses on the developer's own machine pass here.
      """,
    remedy: "Serve the address over https and write it so.",
    source: .registeringPrivateApp.section("JSON panels"),
    examples: [
      .init(
        bad: "app:\n  callbackUrl: http://www.carservicesapp.com/callback\n",
        good: "app:\n  callbackUrl: https://www.carservicesapp.com/callback\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.urlFields.compactMap { field in
      guard field.role != .iframe, let address = field.address, !address.isHTTPS,
        !address.isLoopback, !address.hasUserInformation, !field.leadsToAuthorization(address)
      else { return nil }
      return Finding(
        .plain, at: field.node, help: "serve it over https and write 'https'",
        severity: field.role == .callback && context.stage == .live ? .error : nil,
        fixIt: field.fixToHTTPS(address, .unsafe))
    }
  }
}

extension Finding.Message {
  fileprivate static let plain: Self = "the URL is plain http; what is sent there can be read on the way"
}
