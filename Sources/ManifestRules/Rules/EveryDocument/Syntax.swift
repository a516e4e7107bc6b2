import ManifestLint

/// Reports what keeps a text from being read.
struct Syntax: RuleForBrokenDocuments {
  static let metadata = RuleMetadata(
    id: "syntax",
    section: .everyDocument,
    severity: .error,
    origin: .platform,
    isIndispensable: true,
    fixes: [.safe],
    summary: "The text is not well-formed YAML or JSON, or goes over a limit.",
    rationale: """
      A text that cannot be read whole is not guessed at: nothing else is checked in it but repeated keys. Limits on \
      nesting, alias expansion and size keep a hostile file from stopping the run.
      """,
    remedy: "Mend the text at the marked place; the message says what was expected there.",
    source: .yamlAndJSON,
    examples: [
      .init(
        bad: "oauth: { clientId: ${CLIENT_ID} }\n",
        good: "oauth: { clientId: \"${CLIENT_ID}\" }\n"),
      .init(
        bad: "{ \"app\": { \"name\": \"Car Services App\", } }\n",
        good: "{ \"app\": { \"name\": \"Car Services App\" } }\n",
        language: .json),
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.syntaxErrors.map { error in
      Finding(
        .init(stringLiteral: error.message), marking: .text(error.range), help: error.help,
        notes: error.notes.map { Finding.Note($0.message, at: .text($0.range)) }, fixIt: error.fixIt)
    }
  }
}
