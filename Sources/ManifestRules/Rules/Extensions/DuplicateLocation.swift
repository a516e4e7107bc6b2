import ManifestLint

/// Flags a place that one extension names twice.
struct DuplicateLocation: Rule {
  static let metadata = RuleMetadata(
    id: "duplicate-location",
    section: .extensions,
    severity: .warning,
    origin: .advice,
    fixes: [.safe],
    summary: "An extension names the same view or entry point twice.",
    rationale: "The second one changes nothing, and often another view was meant.",
    remedy: "Remove the repeated one, or name the view that was meant.",
    source: .registeringPrivateApp.section("Link actions"),
    examples: [
      .init(
        bad: "extensions:\n  linkActions:\n    - locations: [deal-details, deals-list, deal-details]\n",
        good: "extensions:\n  linkActions:\n    - locations: [deal-details, deals-list]\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.extensions ?? []).flatMap { item in
      (item.locationList?.repeatedItems ?? []).map { location in
        Finding(
          .repeated(location.repeated.text), at: location.repeated, help: "remove it",
          notes: [.init("first here", at: location.first)],
          fixIt: location.repeated.removingFix("remove the repeated item"))
      }
    }
  }
}

extension Finding.Message {
  fileprivate static func repeated(_ value: String) -> Self {
    "'\(value)' is already listed"
  }
}
