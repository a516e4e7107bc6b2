import ManifestLint

/// Flags a key that stands twice in one object.
struct DuplicateKey: RuleForBrokenDocuments {
  static let metadata = RuleMetadata(
    id: "duplicate-key",
    section: .everyDocument,
    severity: .error,
    origin: .platform,
    isIndispensable: true,
    summary: "The same key stands twice in one object.",
    rationale: """
      Readers disagree on which of the two counts: some take the first, most the last, some refuse the file. One of \
      the values is lost without a word.
      """,
    remedy: "Remove one of the two, or rename it to the key that was meant.",
    source: .yamlAndJSON,
    examples: [
      .init(
        bad: "app:\n  name: Car Services App\n  name: Car Services\n",
        good: "app:\n  name: Car Services App\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    // More than are told are not looked for.
    context.root.tree.duplicateKeys.prefix(LintResult.findingLimit + 2).map { duplicate in
      Finding(
        .repeated(duplicate.repeated.text), at: duplicate.repeated,
        help: duplicate.repeated.hasContent("<<")
          ? "write one '<<' with a list of what to merge: <<: [*first, *second]"
          : "remove one of the two; only the first is checked further",
        notes: [.init("first here", at: duplicate.first)])
    }
  }
}

extension Finding.Message {
  fileprivate static func repeated(_ key: String) -> Self {
    "key '\(key)' stands twice in the same object"
  }
}
