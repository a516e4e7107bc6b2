import ManifestLint

/// Flags a view in which extensions of this kind cannot stand.
struct LocationNotAllowed: Rule {
  static let metadata = RuleMetadata(
    id: "location-not-allowed",
    section: .extensions,
    severity: .error,
    origin: .platform,
    summary: "An extension names a view in which its kind cannot stand.",
    rationale:
      "Panels stand beside one deal, person or organization: they appear in detail views only, never in lists.",
    remedy: "Choose a detail view, or make it a link action or a modal, which lists take.",
    source: .registeringPrivateApp.section("JSON panels"),
    examples: [
      .init(
        bad: "extensions:\n  customPanels:\n    - locations: [deals-list]\n",
        good: "extensions:\n  customPanels:\n    - locations: [deal-details]\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.extensions ?? []).filter(\.kind.isPanel).flatMap { item in
      item.views.filter { !$0.value.isDetailView }.map { location in
        Finding(
          .notAllowed(item.kind, location.value), at: location.node,
          help: "choose " + quotedList(View.allCases.filter(\.isDetailView).map(\.rawValue), "or"))
      }
    }
  }
}

extension Finding.Message {
  fileprivate static func notAllowed(_ kind: ExtensionKind, _ view: View) -> Self {
    "a \(kind.label) cannot stand in '\(view.rawValue)': panels appear in detail views only"
  }
}
