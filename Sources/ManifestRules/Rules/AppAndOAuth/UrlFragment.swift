import ManifestLint

/// Flags a fragment in an address that Pipedrive adds a query to.
struct UrlFragment: Rule {
  static let metadata = RuleMetadata(
    id: "url-fragment",
    section: .appAndOAuth,
    severity: .warning,
    origin: .advice,
    summary: "An address that Pipedrive adds a query to has a fragment.",
    rationale: """
      What stands behind '#' never reaches a server, and OAuth forbids it in a callback URL. Pipedrive adds its \
      parameters to the address: behind the fragment they are lost, before it a page that routes by its fragment has \
      to look for them.
      """,
    remedy: "Leave the fragment out; redirect to it on your side.",
    source: .customUIExtensions,
    examples: [
      .init(
        bad: "extensions:\n  customPanels:\n    - iframeUrl: https://www.carservicesapp.com/app#/overview\n",
        good: "extensions:\n  customPanels:\n    - iframeUrl: https://www.carservicesapp.com/app/overview\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.urlFields.compactMap { field in
      guard field.takesParameters, let address = field.address, address.text.holds(byte: UInt8(ascii: "#")),
        address.parts.fragment != nil
      else { return nil }
      let written = field.writtenParts.fragment.map { field.node.piece($0.lowerBound - 1..<$0.upperBound) }
      return Finding(
        .fragment(field.role), marking: written ?? .node(field.node),
        help: "leave it out, and redirect to it on your side")
    }
  }
}

extension Finding.Message {
  fileprivate static func fragment(_ role: URLField.Role) -> Self {
    role == .callback
      ? "the callback URL has a fragment, which OAuth forbids"
      : "the address has a fragment; what Pipedrive adds to the query may get lost"
  }
}
