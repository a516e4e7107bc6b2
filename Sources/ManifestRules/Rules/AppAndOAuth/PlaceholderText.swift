import ManifestLint

/// Flags a text that waits to be written.
struct PlaceholderText: Rule {
  static let metadata = RuleMetadata(
    id: "placeholder-text",
    section: .appAndOAuth,
    severity: .warning,
    origin: .review,
    summary: "A text that users read holds a placeholder.",
    rationale: """
      Lorem ipsum, 'TBD', '[your text]' and names such as 'My app' are there until somebody writes what is meant. \
      Users and reviewers see them as they are.
      """,
    remedy: "Write the text.",
    source: .approvalProcess,
    examples: [
      .init(bad: "app:\n  name: My app\n", good: "app:\n  name: Car Services App\n"),
      .init(
        bad: "extensions:\n  linkActions:\n    - description: TBD\n",
        good: "extensions:\n  linkActions:\n    - description: Send a quote by e-mail\n"),
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.readTexts ?? []).compactMap { located in
      let text = VisibleText(located, context.variables)
      guard let placeholder = Placeholder.first(in: text.text) else { return nil }
      return Finding(.placeholder(placeholder.text), marking: text.mark(placeholder.offsets), help: "write the text")
    }
  }
}

extension Finding.Message {
  fileprivate static func placeholder(_ text: String) -> Self { "'\(text)' is a placeholder" }
}
