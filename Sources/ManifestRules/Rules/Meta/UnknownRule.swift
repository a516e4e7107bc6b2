import ManifestLint

/// Flags the name of a rule that there is not, in a comment or in the configuration.
struct UnknownRule: RuleAboutSuppressions {
  static let metadata = RuleMetadata(
    id: "unknown-rule",
    section: .meta,
    severity: .warning,
    origin: .advice,
    summary: "A comment or the configuration names a rule that there is not.",
    rationale: "A misspelt rule is neither suppressed nor configured, and nobody notices.",
    remedy: "Write the id of a rule; 'manifestlint rules' lists them. A reason stands behind ' -- '.",
    source: nil,
    examples: [
      .init(
        bad: """
          extensions:
            linkActions:
              - name: Send The Long Quote By Mail   # manifestlint-disable-line sentence-casing

          """,
        good: """
          extensions:
            linkActions:
              - name: Send The Long Quote By Mail   # manifestlint-disable-line sentence-case

          """)
    ])

  func check(_ problem: SuppressionProblem) -> Finding? {
    switch problem.kind {
    case .unknownRule(let rule, let suggestion):
      Finding(
        .unknown(rule), marking: .text(problem.range),
        help: suggestion.map { "did you mean '\($0)'?" } ?? "'manifestlint rules' lists them")
    case .wordsAreNoRules(let words):
      Finding(.words(words), marking: .text(problem.range), help: "write a reason behind ' -- '")
    default: nil
    }
  }
}

extension Finding.Message {
  fileprivate static func unknown(_ rule: String) -> Self {
    "there is no rule '\(rule)'"
  }

  fileprivate static func words(_ words: String) -> Self {
    "'\(words)' names no rules"
  }
}
