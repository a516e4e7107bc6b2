import ManifestLint

/// Flags text without quotes that readers of YAML 1.1 take for something else.
struct AmbiguousScalar: Rule {
  static let metadata = RuleMetadata(
    id: "ambiguous-scalar",
    section: .everyDocument,
    severity: .warning,
    origin: .advice,
    fixes: [.safe],
    summary: "A text without quotes is a boolean, number, date or null to readers of YAML 1.1.",
    rationale: """
      This format is YAML 1.2, where 'no' is a text. Many libraries still read YAML 1.1, where it is false, \
      12:30:45 is 45045 and 2026-11-21 is a date. A manifest should mean the same to all who read it.
      """,
    remedy: "Put the text in quotes.",
    source: .yaml.section("10.3 Core schema"),
    examples: [
      .init(
        bad: "extensions:\n  linkActions:\n    - name: Yes\n",
        good: "extensions:\n  linkActions:\n    - name: \"Yes\"\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    // Nobody but this program reads its configuration.
    guard context.isYAML, case .known(let kind) = context.kind, kind != .configuration else { return [] }
    let ambiguous = context.root.legacyScalars
    if ambiguous.isEmpty { return [] }
    let refused = Set(context.violations.map(\.node))
    return ambiguous.compactMap { node, meaning in
      if refused.contains(node) || node.isBelowOwnKey { return nil }
      return Finding(
        .ambiguous(node.text, meaning), at: node, help: "put it in quotes",
        fixIt: node.quotingEdit.map { FixIt("put it in quotes", safety: .safe, edits: [$0]) })
    }
  }
}

extension Finding.Message {
  fileprivate static func ambiguous(_ text: String, _ meaning: LegacyScalar) -> Self {
    "'\(text)' is \(meaning.phrase) to readers of YAML 1.1"
  }
}

extension LegacyScalar {
  /// What it is, in a sentence.
  fileprivate var phrase: String {
    switch self {
    case .boolean: "a boolean"
    case .integer, .number: "a number"
    case .octal: "an octal number"
    case .sexagesimal: "a number in base 60"
    case .date: "a date"
    case .mergeKey: "a merge key"
    case .defaultValue: "a default value"
    }
  }
}
