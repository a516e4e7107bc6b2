import ManifestLint

/// Flags a description that is longer than Pipedrive takes.
struct DescriptionLength: Rule {
  static let metadata = RuleMetadata(
    id: "description-length",
    section: .extensions,
    severity: .error,
    origin: .platform,
    fixes: [.safe],
    summary: "The description of an extension is over 150 characters.",
    rationale: """
      Developer Hub takes at most 150 characters, counted in UTF-16 code units. The line break that '>' and '|' leave \
      at the end of a YAML text counts too.
      """,
    remedy: "Shorten the description; write '>-' instead of '>' where only the final line break is too many.",
    source: .registeringPrivateApp.section("App extensions"),
    examples: [
      .init(
        bad: "extensions:\n  linkActions:\n    - description: >\n        \(exactly150)\n",
        good: "extensions:\n  linkActions:\n    - description: >-\n        \(exactly150)\n")
    ])

  private static let exactly150 = """
    Opens the quote of the car that the customer asked for, lets you change its prices and its equipment, and sends it \
    to the customer by e-mail as a PDF.
    """

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.limitedDescriptions ?? []).compactMap {
      $0.excessFinding(context.variables, mendsLineBreak: true)
    }
  }
}
