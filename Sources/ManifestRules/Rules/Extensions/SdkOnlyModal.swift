import ManifestLint

/// Flags a custom modal that no menu shows.
struct SdkOnlyModal: Rule {
  static let metadata = RuleMetadata(
    id: "sdk-only-modal",
    section: .extensions,
    severity: .info,
    origin: .platform,
    summary: "A custom modal has no entry points, so that only the SDK opens it.",
    rationale: """
      A custom modal without entry points is in no menu: another extension of the app has to open it by the app \
      extensions SDK. That is a choice, or a list that was forgotten.
      """,
    remedy: "Add the views under 'entryPoints', or leave it so if the SDK opens it.",
    source: .customModals,
    examples: [
      .init(
        bad: "extensions:\n  customModals:\n    - name: Pick a car\n",
        good: "extensions:\n  customModals:\n    - name: Pick a car\n      entryPoints: [deals-list]\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.extensions ?? []).compactMap { item in
      guard item.kind == .customModal else { return nil }
      let list = item.locationList
      guard list == nil || (list?.kind == .sequence && list?.count == 0) else { return nil }
      return Finding(
        .sdkOnly(item.subject), marking: list.map { .node($0) } ?? .object(item.node),
        help: "add 'entryPoints' if a menu should show it")
    }
  }
}

extension Finding.Message {
  fileprivate static func sdkOnly(_ subject: String) -> Self {
    "\(subject) has no entry points; only the SDK opens it"
  }
}
