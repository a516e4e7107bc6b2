import ManifestLint

/// Flags an access scope that Pipedrive does not have.
struct UnknownScope: Rule {
  static let metadata = RuleMetadata(
    id: "unknown-scope",
    section: .appAndOAuth,
    severity: .usually(
      .error, otherwise: .init(when: "well-formed and like no scope that is known: it may be a new one", .warning)),
    origin: .platform,
    fixes: [.safe],
    summary: "An access scope is not among those that are known.",
    rationale: """
      Developer Hub has a fixed list of scopes to tick; a name that is not on it gives no access, and calls are \
      answered with 403. There is no scope of their own for persons ('contacts'), notes (they come with deals and \
      contacts) or channels ('messengers-integration').
      """,
    remedy: "Write the scope as the documentation has it; list a new one under the option 'known'.",
    source: .scopes,
    options: [
      .init(name: "known", summary: "A list of scopes that are newer than this program.", example: ["teams:read"])
    ],
    examples: [
      .init(bad: "oauth:\n  scopes: [base, deal:read]\n", good: "oauth:\n  scopes: [base, deals:read]\n"),
      .init(
        bad: "oauth:\n  scopes: [base, channels:full]\n", good: "oauth:\n  scopes: [base, messengers-integration]\n"),
    ])

  /// Scopes that are newer than this program.
  var known: [String] = []

  mutating func configure(_ options: Node) throws(ConfigurationError) {
    for entry in options.ruleOptions {
      guard entry.key.hasContent("known") else { throw Self.unknownOption(entry.key) }
      known = try entry.value.optionTexts()
    }
  }

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.scopes ?? []).compactMap { scope in
      // An empty one is 'empty-value'.
      guard let text = Template(scope.value).resolvedText(context.variables), !isKnown(text),
        text.contains(where: { !$0.isWhitespace })
      else { return nil }
      guard let match = Self.match(text, known) else {
        let isWellFormed = Scope.isWellFormed(text)
        return Finding(
          isWellFormed ? .unknown(text) : .malformed(text), at: scope.node, help: help(text),
          severity: isWellFormed ? .warning : nil)
      }
      return Finding(
        .unknown(text), at: scope.node, help: "did you mean '\(match)'?",
        fixIt: edit(of: scope, text, match).map { FixIt("write '\(match)'", safety: .safe, edits: [$0]) })
    }
  }

  /// The edit that writes a scope as it was meant; `nil` where its text is given elsewhere.
  private func edit(of scope: Located<String>, _ text: String, _ match: String) -> TextEdit? {
    let variables = scope.node.mayHoldVariable ? Template(scope.value).variables : []
    if variables.isEmpty { return scope.node.edit(replacingTextWith: match) }
    guard variables.count == 1, variables[0].defaultValue == text else { return nil }
    return scope.node.edit(replacing: variables[0].defaultOffsets, with: match)
  }

  /// The one scope that somebody meant, who misspelt it or wrote its name in Developer Hub.
  static func match(_ text: String, _ known: [String] = []) -> String? {
    if let labelled = Scope.allCases.first(where: { $0.label.lowercased() == text.lowercased() }) {
      return labelled.rawValue
    }
    return NearMatch.unique(text, among: Scope.allCases.map(\.rawValue) + known)
  }

  private func isKnown(_ text: String) -> Bool {
    Scope.allCases.contains { $0.rawValue.utf8.elementsEqual(text.utf8) }
      || known.contains { $0.utf8.elementsEqual(text.utf8) }
  }

  private func help(_ text: String) -> String {
    let words = text.split { " ,;+".contains($0) }
    if words.count > 1, words.allSatisfy({ isKnown(String($0)) }) { return "write each scope as an item of its own" }
    let parts = text.lowercased().split(separator: ":")
    if parts.count == 2, parts[1] == "write", isKnown(parts[0] + ":full") {
      return "reading and writing is '\(parts[0]):full'"
    }
    return switch text.split(separator: ":").first.map({ $0.lowercased() }) {
    case "person", "persons", "people", "organization", "organizations":
      "persons and organizations are 'contacts:read' and 'contacts:full'"
    case "note", "notes", "file", "files": "notes and files come with the scopes of deals and contacts"
    case "channel", "channels", "message", "messages", "messaging":
      "the scope of a messaging extension is 'messengers-integration'"
    default: "see the list of scopes, or name a new one under the option 'known'"
    }
  }
}

extension Finding.Message {
  fileprivate static func unknown(_ scope: String) -> Self { "unknown access scope '\(scope)'" }
  fileprivate static func malformed(_ scope: String) -> Self { "'\(scope)' cannot be an access scope" }
}
