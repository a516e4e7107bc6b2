import ManifestLint

/// Flags two legal pages of a listing that are one.
struct ListingLegalUrls: Rule {
  static let metadata = RuleMetadata(
    id: "listing-legal-urls",
    section: .publicListing,
    severity: .warning,
    origin: .review,
    summary: "Two of website, terms of service and privacy policy have the same address.",
    rationale: """
      Reviewers look for terms of service and for a privacy policy, each on a page of its own; an address that stands \
      twice means that one of the two is not there. An anchor on a common page makes another address.
      """,
    remedy: "Give each its own page.",
    source: .approvalProcess,
    examples: [
      .init(
        bad: """
          listing:
            termsUrl: https://www.carservicesapp.com/legal
            privacyUrl: https://www.carservicesapp.com/legal

          """,
        good: """
          listing:
            termsUrl: https://www.carservicesapp.com/terms
            privacyUrl: https://www.carservicesapp.com/privacy

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let listing = context.publicListing else { return [] }
    var firsts: [(key: String, address: String, node: Node)] = []
    var findings: [Finding] = []
    for key in ["websiteUrl", "termsUrl", "privacyUrl"] {
      guard let node = listing[key], let address = Self.comparable(node, context.variables) else { continue }
      if let first = firsts.first(where: { $0.address.utf8.elementsEqual(address.utf8) }) {
        findings.append(
          Finding(
            .same(key, first.key), at: node, help: "give each its own page",
            notes: [.init("the same address", at: first.node)]))
      } else {
        firsts.append((key, address, node))
      }
    }
    return findings
  }

  /// The address with what makes no difference left out; `nil` if it is none, or not known.
  private static func comparable(_ node: Node, _ variables: Variables) -> String? {
    guard let text = node.string, let address = (try? WebAddress.parse(text, variables)) ?? nil,
      !address.text.isPartlyUnknown
    else { return nil }
    let parts = address.parts
    let bytes = Array(address.text.utf8)
    let tail = String(decoding: bytes[parts.path.lowerBound...], as: UTF8.self)
    return address.host + (tail == "/" ? "" : tail)
  }
}

extension Finding.Message {
  fileprivate static func same(_ key: String, _ other: String) -> Self { "'\(key)' is the same address as '\(other)'" }
}
