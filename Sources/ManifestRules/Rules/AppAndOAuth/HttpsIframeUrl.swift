import ManifestLint

/// Flags an iframe address that is not encrypted.
struct HttpsIframeUrl: Rule {
  static let metadata = RuleMetadata(
    id: "https-iframe-url",
    section: .appAndOAuth,
    severity: .error,
    origin: .platform,
    fixes: [.safe],
    summary: "The URL of an iframe is plain http.",
    rationale: """
      Pipedrive's pages are https, and browsers refuse to load a plain http iframe in them: users see an empty frame. \
      This holds on the developer's own machine too; use an https tunnel there.
      """,
    remedy: "Serve the page over https and write the address so.",
    source: .customUIExtensions,
    examples: [
      .init(
        bad: "extensions:\n  customModals:\n    - iframeUrl: http://www.carservicesapp.com/modal\n",
        good: "extensions:\n  customModals:\n    - iframeUrl: https://www.carservicesapp.com/modal\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.urlFields.compactMap { field in
      guard field.role == .iframe, let address = field.address, !address.isHTTPS,
        !address.hasUserInformation
      else { return nil }
      return Finding(
        .plain, at: field.node, help: "serve the page over https and write 'https'",
        fixIt: field.fixToHTTPS(address, .safe))
    }
  }
}

extension Finding.Message {
  fileprivate static let plain: Self = "the iframe URL is plain http; browsers refuse to load it inside Pipedrive"
}
