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
    let diagnostics = settings.ruleSet.diagnostics(for: review.problems(settings.ruleSet, today: today), fixable: false)
    if diagnostics.isEmpty { return [] }
    let pointers = Dictionary(configuration.ignores.map { ($0.entry.range, $0.node.pointer) }) { first, _ in first }
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.pointer = pointers[diagnostic.range]
      return diagnostic
    }
  }
}
