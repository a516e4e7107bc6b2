import ManifestLint

/// Flags an entry of the configuration whose last day is over.
struct ExpiredSuppression: RuleAboutSuppressions {
  static let metadata = RuleMetadata(
    id: "expired-suppression",
    section: .meta,
    severity: .warning,
    origin: .advice,
    summary: "The last day of an 'ignore' entry of the configuration is over.",
    rationale: """
      A date in 'until' is a promise to mend something by then. When the day, in UTC, is over, the entry suppresses \
      nothing any more, and what it hid is shown again.
      """,
    remedy: "Mend what is shown again and remove the entry, or agree on a later day.",
    source: nil,
    examples: [
      .init(
        bad: "ignore:\n  - { rule: name-length, file: legacy.pipedrive.json, until: 2024-12-31 }\n",
        good: "ignore:\n  - { rule: name-length, file: legacy.pipedrive.json, until: 2099-12-31 }\n")
    ])

  func check(_ problem: SuppressionProblem) -> Finding? {
    guard case .expired(let rule, let until, let isStillNeeded) = problem.kind else { return nil }
    return Finding(
      .expired(rule, until), marking: .text(problem.range),
      help: isStillNeeded
        ? "mend what '\(rule)' reports and remove the entry, or write a later day"
        : "remove the entry: '\(rule)' reports nothing there any more")
  }
}

extension Finding.Message {
  fileprivate static func expired(_ rule: String, _ until: CalendarDay) -> Self {
    "this entry for '\(rule)' expired: its last day was \(until)"
  }
}
