public import ManifestFiles
public import ManifestLint

/// What became of the `ignore` entries of configurations over all files of a run.
public struct ConfigurationReview: Sendable {
  private var reviews: [FilePath: IgnoreEntryReview] = [:]

  /// Nothing so far.
  public init() {}

  /// Adds what became of the entries of the configuration at a location in one more file.
  public mutating func add(_ uses: [IgnoreEntryUse], of configuration: FilePath) {
    if !uses.isEmpty { reviews[configuration, default: IgnoreEntryReview()].add(uses) }
  }

  /// What there is to say about the entries of a configuration: those that are for nothing, or whose last day is over.
  ///
  /// An entry for a file that was no part of the run is not spoken of.
  ///
  /// - Parameters:
  ///   - settings: What is in force where no override holds: it says how bad that is.
  ///   - today: The day on which entries expire or not.
  public func diagnostics(_ settings: RuleSettings, today: CalendarDay?) -> [Diagnostic] {
    guard let configuration = settings.configuration, let review = reviews[configuration.location] else { return [] }
    let nodes = Dictionary(configuration.ignores.map { ($0.entry.range, $0.node) }) { first, _ in first }
    let problems = review.problems(settings.ruleSet, today: today) { entry in
      nodes[entry.range].flatMap { IgnoreEntryRemover.edit(removing: $0) }
    }
    return settings.ruleSet.diagnostics(for: problems, fixable: true).map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.pointer = nodes[diagnostic.range]?.pointer
      return diagnostic
    }
  }

  /// A configuration without the entries that ``diagnostics(_:today:)`` has a fix for; `nil` if there are none.
  public func withoutUnusedEntries(_ settings: RuleSettings, today: CalendarDay?) -> (text: RevisedText, count: Int)? {
    let unused = Set(diagnostics(settings, today: today).filter { $0.fixIt != nil }.map(\.range))
    guard let configuration = settings.configuration, !unused.isEmpty else { return nil }
    let indices = configuration.ignores.filter { unused.contains($0.entry.range) }.map(\.node.ordinal)
    let outcome = IgnoreEntryRemover(configuration.source).removing(Set(indices))
    return outcome.count == 0 ? nil : outcome
  }
}
