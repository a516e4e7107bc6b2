import ManifestLint

/// Flags a listing without what reviewers ask for beyond the required fields.
struct ListingContact: Rule {
  static let metadata = RuleMetadata(
    id: "listing-contact",
    section: .publicListing,
    severity: .warning,
    origin: .review,
    summary: "The listing names no pricing page, no way to get support, or no instructions.",
    rationale: """
      The form does not require them; the approval checklist and the partner agreement do: a link to the prices, a \
      support page or address, and how to install the app, step by step.
      """,
    remedy: "Add 'pricingUrl', 'supportUrl' or 'supportEmail', and 'instructions'.",
    source: .approvalProcess,
    examples: [
      .init(
        bad:
          "listing:\n  pricingUrl: https://www.carservicesapp.com/pricing\n  supportEmail: help@carservicesapp.com\n",
        good: """
          listing:
            pricingUrl: https://www.carservicesapp.com/pricing
            supportEmail: help@carservicesapp.com
            instructions: Press "Install now", sign in, and choose your workshop.

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let listing = context.publicListing else { return [] }
    let missing = [
      listing.lacks("pricingUrl") ? ("no pricing page", "'pricingUrl'") : nil,
      listing.lacks("supportUrl") && listing.lacks("supportEmail")
        ? ("no way to get support", "'supportUrl' or 'supportEmail'") : nil,
      listing.lacks("instructions") ? ("no instructions", "'instructions'") : nil,
    ].compactMap(\.self)
    guard !missing.isEmpty else { return [] }
    return [
      Finding(
        .missing(missing.map(\.0)), marking: .object(listing),
        help: "add \(missing.map(\.1).joined(separator: ", "))")
    ]
  }
}

extension Finding.Message {
  fileprivate static func missing(_ things: [String]) -> Self {
    let list =
      things.count > 1 ? things.dropLast().joined(separator: ", ") + " and \(things[things.count - 1])" : things[0]
    return "the listing has \(list); reviewers ask for it"
  }
}
