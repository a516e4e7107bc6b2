import ManifestSyntax
import ManifestText

/// Everything that silences findings in one text: comments, entries of the configuration, a baseline.
struct Suppressions {
  private let rules: RuleSet
  private let options: Linter.Options
  private var comments: CommentSuppressions
  private var entries: IgnoreEntryMatcher
  /// How often what a baseline can know was found.
  private(set) var baselineCounts: [BaselineKey: Int] = [:]

  init(
    _ parsed: ParseResult, _ lines: LineTable, of source: SourceText, _ rules: RuleSet, _ options: Linter.Options
  ) {
    self.rules = rules
    self.options = options
    comments = CommentSuppressions(parsed, lines, of: source, rules)
    entries = IgnoreEntryMatcher(options.ignoreEntries, today: options.today)
  }

  /// What silences a finding, and why; `nil` if nothing does.
  ///
  /// Findings are asked about in order of place: a baseline knows the first ones of those that it cannot tell apart.
  mutating func silence(
    _ diagnostic: Diagnostic, at node: Node?
  ) -> (origin: SuppressedDiagnostic.Origin, reason: String?)? {
    let rule = diagnostic.rule
    if !comments.isEmpty, let directive = comments.directive(for: rule, at: diagnostic.range) {
      return (.comment, directive.reason)
    }
    guard let node, rules.isSuppressible(rule) else { return nil }
    if !options.ignoreEntries.isEmpty, let entry = entries.entry(for: rule, at: node) {
      return (.configuration, entry.reason)
    }
    guard let known = options.knownFindings, let pointer = diagnostic.namedPointer else { return nil }
    let key = BaselineKey(rule: rule, pointer: pointer)
    baselineCounts[key, default: 0] += 1
    switch known {
    case .all: return (.baseline, nil)
    case .counted(let counts): return baselineCounts[key] ?? 0 <= counts[key] ?? 0 ? (.baseline, nil) : nil
    }
  }

  /// What keeps the comments from doing what they were written for.
  func problems(shown: [Diagnostic], isBroken: Bool) -> [SuppressionProblem] {
    comments.isEmpty ? [] : comments.problems(shown: shown, isBroken: isBroken)
  }

  /// What became of the entries of the configuration.
  func ignoreEntryUses(isBroken: Bool) -> [IgnoreEntryUse] {
    options.ignoreEntries.enumerated().map { index, entry in
      let outcome: IgnoreEntryUse.Outcome =
        entries.matched.contains(index)
        ? .needed : isBroken || !rules.isInForce(entry.rule) ? .unknown : .unneeded
      return IgnoreEntryUse(entry: entry, outcome: outcome)
    }
  }
}

extension SecretRanges {
  /// The named pointer of a node, with the secrets in it masked.
  public func namedPointer(of node: Node) -> String {
    // In quotes a word is recognised as a whole, however short it is.
    node.namedPointer { String(masking("'\($0)'").dropFirst().dropLast()) }
  }
}
