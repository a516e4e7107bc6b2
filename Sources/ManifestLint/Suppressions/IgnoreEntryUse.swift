import ManifestText

/// What became of an entry of the configuration in one file.
public struct IgnoreEntryUse: Hashable, Sendable {
  /// What became of it.
  public enum Outcome: Hashable, Sendable {
    /// It silenced something, or would have if its last day were not over.
    case needed
    /// Its rule was checked, and nothing was found that it is about.
    case unneeded
    /// Its rule was not checked, or the file could not be read whole: nobody knows.
    case unknown
  }

  /// The entry.
  public var entry: IgnoreEntry
  /// What became of it.
  public var outcome: Outcome

  /// Puts the two together.
  public init(entry: IgnoreEntry, outcome: Outcome) {
    self.entry = entry
    self.outcome = outcome
  }
}

/// What became of the `ignore` entries of one configuration file over all files of a run.
public struct IgnoreEntryReview: Sendable {
  private var outcomes: [IgnoreEntry: IgnoreEntryUse.Outcome] = [:]

  /// Nothing so far.
  public init() {}

  /// Adds what became of entries in one more file: ``LintResult/ignoreEntryUses``.
  public mutating func add(_ uses: [IgnoreEntryUse]) {
    for use in uses {
      switch (outcomes[use.entry], use.outcome) {
      case (nil, _), (_, .needed), (.unneeded?, .unknown): outcomes[use.entry] = use.outcome
      default: break
      }
    }
  }

  /// What keeps the entries from doing what they were written for, in order of place.
  ///
  /// An entry whose file was no part of the run is not spoken of.
  ///
  /// - Parameter removal: The edit that removes an entry which does nothing.
  public func problems(
    _ rules: RuleSet, today: CalendarDay?, removal: (IgnoreEntry) -> TextEdit? = { _ in nil }
  ) -> [SuppressionProblem] {
    var problems: [SuppressionProblem] = []
    for (entry, outcome) in outcomes.sorted(by: { $0.key.range.lowerBound < $1.key.range.lowerBound }) {
      let kind: SuppressionProblem.Kind
      if !rules.isKnown(entry.rule) {
        kind = .unknownRule(entry.rule, suggestion: rules.suggestion(for: entry.rule))
      } else if rules.isIndispensable(entry.rule) {
        kind = .ruleIsIndispensable(entry.rule)
      } else if !rules.isSuppressible(entry.rule) {
        kind = .ruleIsAboutSuppressions(entry.rule)
      } else if let until = entry.until, let today, until < today {
        kind = .expired(rule: entry.rule, until: until, isStillNeeded: outcome != .unneeded)
      } else if outcome == .unneeded {
        kind = .unused(rules: [entry.rule])
      } else {
        continue
      }
      problems.append(
        SuppressionProblem(
          kind, in: .entry, at: entry.range, removal: kind.isForNothing ? removal(entry) : nil, removesComment: true))
    }
    return problems
  }
}

extension SuppressionProblem.Kind {
  /// Whether an entry may go that it is about: not one whose rule may be misspelt, nor one that somebody may prolong.
  fileprivate var isForNothing: Bool {
    switch self {
    case .unused, .ruleIsIndispensable, .ruleIsAboutSuppressions, .expired(_, _, isStillNeeded: false): true
    default: false
    }
  }
}
