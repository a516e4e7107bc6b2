import ManifestLint

/// Flags a second panel in a detail view.
struct PanelsPerLocation: Rule {
  static let metadata = RuleMetadata(
    id: "panels-per-location",
    section: .extensions,
    severity: .error,
    origin: .platform,
    summary: "More than one JSON or custom panel stands in a detail view.",
    rationale: """
      A detail view has room for one panel of an app; a JSON panel and a custom panel exclude each other there.
      """,
    remedy: "Move one of the panels to another detail view, or show both contents in one panel.",
    source: .registeringPrivateApp.section("JSON panels"),
    examples: [
      .init(
        bad: """
          extensions:
            jsonPanels:
              - { name: Visits, locations: [deal-details] }
            customPanels:
              - { name: Car overview, locations: [deal-details] }

          """,
        good: """
          extensions:
            jsonPanels:
              - { name: Visits, locations: [deal-details] }
            customPanels:
              - { name: Car overview, locations: [person-details] }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest else { return [] }
    let count = LocationCount(manifest, where: \.isPanel)
    return View.allCases.filter(\.isDetailView).compactMap { view in
      count.finding(
        in: view, limit: Limits.panelsPerView, { .tooMany($0, in: view) },
        help: "move one of them to another detail view, or show both contents in one panel")
    }
  }
}

extension Finding.Message {
  fileprivate static func tooMany(_ count: Int, in view: View) -> Self {
    "\(count) panels in \(view.label), one is allowed"
  }
}
