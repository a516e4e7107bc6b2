import ManifestLint

/// Flags a name that is not in sentence case.
struct SentenceCase: Rule {
  static let metadata = RuleMetadata(
    id: "sentence-case",
    section: .extensions,
    severity: .warning,
    origin: .platform,
    fixes: [.unsafe],
    summary: "The name of an action or custom panel is not in sentence case.",
    rationale: """
      Pipedrive asks for sentence case in the names of link actions, modals and custom panels: only the first word \
      and names have a capital, so that the name looks like the rest of the menu. What may be a name passes.
      """,
    remedy: "Write the suggested form, or list a proper noun under the option 'properNouns'.",
    source: .registeringPrivateApp.section("Link actions"),
    options: [.init(name: "properNouns", summary: "A list of names that keep their capitals.")],
    examples: [
      .init(
        bad: "extensions:\n  linkActions:\n    - name: Send The Quote By Mail\n",
        good: "extensions:\n  linkActions:\n    - name: Send the quote by mail\n"),
      .init(
        bad: "extensions:\n  linkActions:\n    - name: send quote\n",
        good: "extensions:\n  linkActions:\n    - name: Send quote\n"),
    ])

  /// Names that keep their capitals.
  var properNouns: [String] = []

  mutating func configure(_ options: Node) throws(ConfigurationError) {
    for entry in options.entries {
      guard entry.key.hasContent("properNouns") else {
        throw ConfigurationError("'sentence-case' has no option '\(entry.key.text)'", at: entry.key)
      }
      guard entry.value.kind == .sequence, entry.value.items.allSatisfy({ $0.string != nil }) else {
        throw ConfigurationError("'properNouns' must be a list of texts", at: entry.value)
      }
      properNouns = entry.value.items.compactMap(\.string)
    }
  }

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest else { return [] }
    var check = SentenceCaseCheck(appName: manifest.name?.value, properNouns: properNouns)
    return names(manifest).compactMap { name in
      guard !name.node.holdsVariable, let problem = check.problem(in: name.value) else { return nil }
      return Finding(
        .notSentenceCase(problem), at: name.node, help: "write '\(problem.suggestion)'",
        fixIt: FixIt(
          "write '\(problem.suggestion)'", safety: .unsafe,
          edits: [name.node.edit(replacingTextWith: problem.suggestion)]))
    }
  }

  private func names(_ manifest: AppManifest) -> [Located<String>] {
    var names: [Located<String>] = []
    for item in manifest.extensions {
      if item.kind.asksForSentenceCase, let name = item.name { names.append(name) }
      names += item.panelActions.compactMap(\.name)
    }
    return names
  }
}

extension Finding.Message {
  fileprivate static func notSentenceCase(_ problem: SentenceCaseCheck.Problem) -> Self {
    "name is not in sentence case: \(problem.phrase)"
  }
}
