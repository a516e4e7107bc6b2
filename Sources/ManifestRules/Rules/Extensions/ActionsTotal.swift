import ManifestLint

/// Flags the action that is one too many for the app.
struct ActionsTotal: Rule {
  static let metadata = RuleMetadata(
    id: "actions-total",
    section: .extensions,
    severity: .error,
    origin: .platform,
    summary: "The app has more than 21 link actions, JSON modals and custom modals.",
    rationale: """
      Pipedrive takes at most 21 actions of one app over all views. Each counts once, wherever it stands; custom \
      modals that only the SDK opens count too, actions inside a JSON panel do not.
      """,
    remedy: "Remove actions that are hardly used, or merge several behind one JSON modal.",
    source: .registeringPrivateApp.section("Link actions"),
    examples: [
      .init(
        bad: "extensions:\n  linkActions:\n" + actions(22),
        good: "extensions:\n  linkActions:\n" + actions(21))
    ])

  private static func actions(_ count: Int) -> String {
    (1...count).map { "    - name: Open page \($0)\n" }.joined()
  }

  func check(_ context: LintContext) -> [Finding] {
    let actions = (context.manifest?.extensions ?? []).filter(\.kind.isAction)
    guard actions.count > Limits.actionsTotal else { return [] }
    let first = actions[Limits.actionsTotal]
    let label = "\(ordinal(Limits.actionsTotal + 1)): \(first.title)"
    return [
      Finding(
        .tooMany(actions.count), marking: first.name.map { .node($0.node) } ?? .object(first.node), label: label,
        help: "remove \(actions.count - Limits.actionsTotal), or merge several behind one JSON modal")
    ]
  }
}

extension Finding.Message {
  fileprivate static func tooMany(_ count: Int) -> Self {
    "\(count) link actions, JSON modals and custom modals, at most \(Limits.actionsTotal) are allowed"
  }
}
