import ManifestLint

/// Flags a name that is longer than Pipedrive takes.
struct NameLength: Rule {
  static let metadata = RuleMetadata(
    id: "name-length",
    section: .extensions,
    severity: .error,
    origin: .platform,
    summary: "The name of an extension or panel action is over 30 characters.",
    rationale: """
      Developer Hub takes at most 30 characters for the name of an extension. UTF-16 code units are counted, as HTML \
      and JavaScript do: an emoji counts as two or more. The app's own name has no documented limit.
      """,
    remedy: "Shorten the name to what fits on a button.",
    source: .registeringPrivateApp.section("App extensions"),
    examples: [
      .init(
        bad: "extensions:\n  linkActions:\n    - name: Send the quote by e-mail to the customer\n",
        good: "extensions:\n  linkActions:\n    - name: Send quote by e-mail\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.limitedNames ?? []).compactMap { $0.excessFinding(context.variables) }
  }
}
