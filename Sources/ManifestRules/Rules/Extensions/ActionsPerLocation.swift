import ManifestLint

/// Flags a view with more actions than Pipedrive shows.
struct ActionsPerLocation: Rule {
  static let metadata = RuleMetadata(
    id: "actions-per-location",
    section: .extensions,
    severity: .error,
    origin: .platform,
    summary: "More than 3 link actions, JSON modals and custom modals stand in one view.",
    rationale: """
      Pipedrive takes at most 3 actions of one app in a view; link actions and both kinds of modal count together.
      """,
    remedy: "Remove one of them from the view, or merge two behind one JSON modal.",
    source: .registeringPrivateApp.section("Link actions"),
    examples: [
      .init(
        bad: """
          extensions:
            linkActions:
              - { name: Send quote, locations: [deal-details] }
              - { name: Open map, locations: [deal-details] }
              - { name: Book a van, locations: [deal-details] }
              - { name: Track parcel, locations: [deal-details] }

          """,
        good: """
          extensions:
            linkActions:
              - { name: Send quote, locations: [deal-details] }
              - { name: Open map, locations: [deal-details] }
              - { name: Book a van, locations: [deal-details] }
              - { name: Track parcel, locations: [deals-list] }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest else { return [] }
    let count = LocationCount(manifest, where: \.isAction)
    return View.allCases.compactMap { view in
      count.finding(
        in: view, limit: Limits.actionsPerView, { .tooMany($0, in: view) },
        help: "remove one of them from \(view.label), or merge two behind one JSON modal")
    }
  }
}

extension Finding.Message {
  fileprivate static func tooMany(_ count: Int, in view: View) -> Self {
    "\(count) actions in \(view.label), at most \(Limits.actionsPerView) are allowed"
  }
}
