import ManifestLint

/// Reports what a schema refuses and no other rule has words for.
struct SchemaViolation: Rule {
  static let metadata = RuleMetadata(
    id: "schema-violation",
    section: .everyDocument,
    severity: .error,
    origin: .advice,
    summary: "A value fails an assertion of its JSON Schema that no other rule reports.",
    rationale: """
      Every document is held against its JSON Schema, the same that editors use. What the schema refuses is never \
      passed over: where no rule has better words, the schema's keyword and its place are named.
      """,
    remedy: "Change the value so that it meets the assertion that is named.",
    source: .jsonSchema,
    examples: [
      .init(
        bad: "listing:\n  supportEmail: support.carservicesapp.com\n",
        good: "listing:\n  supportEmail: support@carservicesapp.com\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.violations(for: Self.metadata.id).map { violation in
      Finding(
        .init(stringLiteral: violation.message), marking: .node(violation.key ?? violation.node),
        help: "see '\(violation.keyword)' at \(violation.keywordLocation) in the schema")
    }
  }
}
