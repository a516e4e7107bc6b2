import ManifestLint

/// Flags an installation URL on Pipedrive's OAuth host that is not the page where users grant access.
struct InstallationUrlEndpoint: Rule {
  static let metadata = RuleMetadata(
    id: "installation-url-endpoint",
    section: .appAndOAuth,
    severity: .error,
    origin: .platform,
    fixes: [.safe],
    summary: "The installation URL is on 'oauth.pipedrive.com' and not the authorization page.",
    rationale: """
      The one page on that host that users can be sent to is https://oauth.pipedrive.com/oauth/authorize. Any other \
      path, plain http or another port ends in an error page.
      """,
    remedy: "Write 'https://oauth.pipedrive.com/oauth/authorize', or a page of your own that starts OAuth.",
    source: .oauth,
    examples: [
      .init(
        bad: """
          oauth:
            installationUrl: https://oauth.pipedrive.com/authorize?client_id=57da5c3c55a82bb4&state=${STATE}

          """,
        good: """
          oauth:
            installationUrl: https://oauth.pipedrive.com/oauth/authorize?client_id=57da5c3c55a82bb4&state=${STATE}

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let link = InstallationLink(context) else { return [] }
    let path = link.address.path
    guard !path.isPartlyUnknown, path != "/oauth/authorize" || !link.address.isHTTPS || link.address.hasOtherPort else {
      return []
    }
    let node = link.field.node
    let written = 0..<link.field.writtenParts.path.upperBound
    // A variable in the part that is replaced would be lost.
    let hasVariable = node.content.prefix(written.upperBound).contains(UInt8(ascii: "$"))
    let fix = FixIt(
      "write '\(InstallationLink.endpoint)'", safety: .safe,
      edits: [node.edit(replacing: written, with: InstallationLink.endpoint)])
    return [
      Finding(
        .otherPage, marking: node.piece(written), help: "write '\(InstallationLink.endpoint)'",
        fixIt: hasVariable ? nil : fix)
    ]
  }
}

extension WebAddress {
  /// Whether a port is given that is not the usual one of https.
  fileprivate var hasOtherPort: Bool { hasPort && !text.lowercased().hasPrefix("https://\(host):443/") }
}

extension Finding.Message {
  fileprivate static let otherPage: Self = "users cannot grant access there; the page is '\(InstallationLink.endpoint)'"
}
