public import ManifestFiles
public import ManifestLint

/// What became of the `ignore` entries of configurations over all files of a run.
public struct ConfigurationReview: Sendable {
  private var reviews: [FilePath: IgnoreEntryReview] = [:]
  private var seen: [FilePath: Set<IgnoreEntry>] = [:]

  /// Nothing so far.
  public init() {}

  /// Adds what became of the entries of the configuration at a location in one more file.
  public mutating func add(_ uses: [IgnoreEntryUse], of configuration: FilePath) {
    if uses.isEmpty { return }
    reviews[configuration, default: IgnoreEntryReview()].add(uses)
    seen[configuration, default: []].formUnion(uses.map(\.entry))
  }

  /// What there is to say about the entries of a configuration: those that are for nothing, or whose last day is over.
  ///
  /// An entry for a file that was no part of the run is not spoken of, unless there is no such file.
  ///
  /// - Parameters:
  ///   - settings: What is in force where no override holds: it says how bad that is.
  ///   - today: The day on which entries expire or not.
  ///   - exists: Whether there is a file at an absolute path.
  public func diagnostics(
    _ settings: RuleSettings, today: CalendarDay?, exists: (FilePath) -> Bool
  ) -> [Diagnostic] {
    guard let configuration = settings.configuration, !configuration.ignores.isEmpty else { return [] }
    var problems = reviews[configuration.location]?.problems(settings.ruleSet, today: today) ?? []
    let seen = seen[configuration.location] ?? []
    var pointers: [TextRange: String] = [:]
    var known: [FilePath: Bool] = [:]
    for ignore in configuration.ignores {
      pointers[ignore.entry.range] = ignore.node.pointer
      if seen.contains(ignore.entry) { continue }
      let isThere = known[ignore.file] ?? configuration.base.locations(of: ignore.file).contains(where: exists)
      known[ignore.file] = isThere
      if !isThere {
        problems.append(SuppressionProblem(.fileIsMissing(ignore.file.text), in: .entry, at: ignore.entry.range))
      }
    }
    return settings.ruleSet.diagnostics(for: problems, fixable: false).map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.pointer = pointers[diagnostic.range]
      return diagnostic
    }
  }
}
