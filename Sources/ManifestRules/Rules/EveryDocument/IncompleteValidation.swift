import ManifestLint

/// Says that a document was not held against its schema to the end.
struct IncompleteValidation: Rule {
  static let metadata = RuleMetadata(
    id: "incomplete-validation",
    section: .everyDocument,
    severity: .error,
    origin: .advice,
    isIndispensable: true,
    summary: "A document could not be held against its schema to the end, so that errors may be missing.",
    rationale: """
      A reference of the schema leads nowhere or in a circle, what is to be checked multiplies without end, or more is \
      wrong than anybody would read. What was not checked is neither right nor wrong, so the run ends with exit code 2.
      """,
    remedy: "Register the schema that is missing, or correct the reference; else divide the document.",
    source: .jsonSchema,
    examples: [
      .init(
        bad: "{ \"properties\": { \"name\": { \"$ref\": \"#/$defs/name\" } } }\n",
        good: """
          {
            "properties": { "name": { "$ref": "#/$defs/name" } },
            "$defs": { "name": { "type": "string" } }
          }

          """,
        language: .json)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.violations(for: Self.metadata.id).map { violation in
      Finding(.init(stringLiteral: violation.message), at: violation.node)
    }
  }
}
