import ManifestLint

/// Flags a label of a JSON panel that is not in sentence case.
struct PanelLabelCase: Rule {
  static let metadata = RuleMetadata(
    id: "panel-label-case",
    section: .jsonPanels,
    severity: .info,
    origin: .platform,
    fixes: [.unsafe],
    summary: "The label of a field is not in sentence case.",
    rationale: """
      Pipedrive asks for sentence case in labels, so that a panel reads like the rest of the page: only the first word \
      and names have a capital. What may be a name passes.
      """,
    remedy: "Write the suggested form, or list a proper noun under the option 'properNouns'.",
    source: .addingJSONPanel,
    options: [.init(name: "properNouns", summary: "A list of names that keep their capitals.")],
    examples: [
      .init(
        bad: """
          type: object
          properties:
            delivery: { $ref: "#/definitions/date", label: Planned Delivery Date }

          """,
        good: """
          type: object
          properties:
            delivery: { $ref: "#/definitions/date", label: Planned delivery date }

          """)
    ])

  /// Names that keep their capitals.
  var properNouns: [String] = []

  mutating func configure(_ options: Node) throws(ConfigurationError) {
    for entry in options.entries {
      guard entry.key.hasContent("properNouns") else {
        throw ConfigurationError("'panel-label-case' has no option '\(entry.key.text)'", at: entry.key)
      }
      guard entry.value.kind == .sequence, entry.value.items.allSatisfy({ $0.string != nil }) else {
        throw ConfigurationError("'properNouns' must be a list of texts", at: entry.value)
      }
      properNouns = entry.value.items.compactMap(\.string)
    }
  }

  func check(_ context: LintContext) -> [Finding] {
    if context.panels.isEmpty { return [] }
    var check = SentenceCaseCheck(appName: context.app?.name, properNouns: properNouns)
    return context.panels.flatMap(\.fields).compactMap { field in
      guard let label = field.label, label.node.literalText != nil, let problem = check.problem(in: label.value) else {
        return nil
      }
      return Finding(
        .notSentenceCase(problem), at: label.node, help: "write '\(problem.suggestion)'",
        fixIt: FixIt(
          "write '\(problem.suggestion)'", safety: .unsafe,
          edits: [label.node.edit(replacingTextWith: problem.suggestion)]))
    }
  }
}

extension Finding.Message {
  fileprivate static func notSentenceCase(_ problem: SentenceCaseCheck.Problem) -> Self {
    "label is not in sentence case: \(problem.phrase)"
  }
}
