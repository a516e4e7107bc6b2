public import ManifestText

/// Applies fixes to a text until nothing more can be mended.
public struct Fixer: Sendable {
  /// A text with its fixes applied.
  public struct Outcome: Sendable {
    /// The text before and after.
    public var text: RevisedText
    /// How many fixes were applied.
    public var count: Int

    /// The text as it is now.
    public var source: SourceText { text.current }
  }

  private let linter: Linter
  private let safeties: Set<FixIt.Safety>

  /// A fixer that applies the fixes of these kinds.
  public init(_ linter: Linter, applying safeties: Set<FixIt.Safety>) {
    self.linter = linter
    self.safeties = safeties
  }

  /// The text after all fixes that can be applied.
  ///
  /// Fixes that overlap are applied one after the other, in rounds. A fix after which the text could not be read, or
  /// some rule had more errors than before, or what it is for were still there, is left out.
  public func fix(_ source: SourceText, _ options: Linter.Options) -> Outcome {
    var outcome = Outcome(text: RevisedText(source), count: 0)
    guard source.encoding == .utf8 else { return outcome }
    var diagnostics = linter.lint(source, options).diagnostics
    var harmful: Set<FixIt> = []
    var budget = LintBudget(cost: Self.mostCost)
    for _ in 0..<Self.mostRounds where budget.isLeft {
      let fixes = compatibleFixes(diagnostics.compactMap(\.fixIt).filter { !harmful.contains($0) })
      if fixes.isEmpty { break }
      // Where fixes do harm together, those at the places of the harm wait for a round of their own. If that does not
      // help, halves are tried, down to the one that does it; from the end of the text, so that the places of those
      // before stay what they are.
      var pending = [fixes[...]]
      while let group = pending.popLast(), budget.isLeft {
        var trial = trial(of: Array(group), on: outcome.source, options, diagnostics, &budget)
        if trial.isHarmful, group.count == fixes.count, let culprits = trial.culprits {
          harmful.formUnion(culprits)
          break
        }
        if trial.isHarmful, group.count == fixes.count, let rest = trial.unsuspected {
          let second = self.trial(of: rest, on: outcome.source, options, diagnostics, &budget)
          if !second.isHarmful { trial = second }
        }
        if !trial.isHarmful {
          outcome.text.apply(trial.edits)
          outcome.count += trial.fixes.count
          diagnostics = trial.diagnostics
        } else if group.count == 1 {
          harmful.formUnion(group)
        } else {
          let middle = group.startIndex + group.count / 2
          pending += [group[..<middle], group[middle...]]
        }
      }
    }
    return outcome
  }

  /// What was found in a text, without the fixes that would do harm: those that ``fix(_:_:)`` leaves out.
  ///
  /// In a large text with many of them not all are looked for, and what does harm only because there is so much of it, as
  /// where each adds to a number that has a limit, is offered.
  public func withoutHarmfulFixes(
    _ diagnostics: [Diagnostic], in source: SourceText, _ options: Linter.Options
  ) -> [Diagnostic] {
    var budget = LintBudget(cost: Self.littleCost)
    var harmful: Set<FixIt> = []
    // Who applies safe fixes applies no others with them, which could make up for harm.
    for safety in FixIt.Safety.allCases where safeties.contains(safety) {
      let fixes = diagnostics.compactMap(\.fixIt).filter { $0.safety == safety }
      harmful.formUnion(harmfulFixes(among: fixes, diagnostics, in: source, options, &budget))
    }
    if harmful.isEmpty { return diagnostics }
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      if let fix = diagnostic.fixIt, harmful.contains(fix) { diagnostic.fixIt = nil }
      return diagnostic
    }
  }

  /// Whether a text with these diagnostics can be read as well as before, and has no error that was not there.
  public static func isNoWorse(_ diagnostics: [Diagnostic], than before: [Diagnostic]) -> Bool {
    let (old, new) = (ErrorCounts(before), ErrorCounts(diagnostics))
    // In a text that can be read at last, errors that nobody could see are no harm.
    if old.counts["syntax"] != nil, new.counts["syntax"] == nil { return true }
    return new.counts.allSatisfy { $0.value <= old.counts[$0.key] ?? 0 }
  }

  /// So many rounds are enough for a broken text in which each fix uncovers the next slip.
  private static let mostRounds = 100
  /// What may be spent on linting again to find the fixes of a text that do harm.
  private static let mostCost = 64 << 20
  /// The same where nobody asked for fixes.
  private static let littleCost = 4 << 20
  /// After so many misses what only many fixes do together is not looked for.
  private static let mostMisses = 3

  /// The fixes among some of one kind that would do harm, as far as the budget goes.
  private func harmfulFixes(
    among fixes: [FixIt], _ diagnostics: [Diagnostic], in source: SourceText, _ options: Linter.Options,
    _ budget: inout LintBudget
  ) -> Set<FixIt> {
    var unknown = fixes
    var harmful: Set<FixIt> = []
    while budget.isLeft(for: source, diagnostics) {
      let fixes = compatibleFixes(unknown)
      if fixes.isEmpty { break }
      unknown.removeAll(where: Set(fixes).contains)
      var pending = [(fixes: fixes, areSuspects: false)]
      /// How often in a row what was suspected did no harm by itself.
      var misses = 0
      while let (group, areSuspects) = pending.popLast(), budget.isLeft(for: source, diagnostics) {
        let trial = trial(of: group, on: source, options, diagnostics, &budget)
        if areSuspects { misses = trial.isHarmful ? 0 : misses + 1 }
        if !trial.isHarmful {
          // The rest, which is next, would go on doing harm at one place after the other, and each of it does none.
          if areSuspects, misses >= Self.mostMisses { pending.removeLast() }
        } else if group.count == 1 {
          harmful.formUnion(group)
        } else if let culprits = trial.culprits {
          harmful.formUnion(culprits)
          if let rest = trial.unsuspected { pending.append((rest, false)) }
        } else if let rest = trial.unsuspected {
          pending += [(rest, false), (trial.suspects, true)]
        } else {
          pending += [(Array(group[..<(group.count / 2)]), false), (Array(group[(group.count / 2)...]), false)]
        }
      }
    }
    return harmful
  }

  /// The fixes of the wanted kinds that do not overlap, in order; those that do wait for the next round.
  private func compatibleFixes(_ fixes: [FixIt]) -> [FixIt] {
    let ordered = fixes.filter { safeties.contains($0.safety) && !$0.edits.isEmpty }.sorted {
      $0.edits[0].range.lowerBound < $1.edits[0].range.lowerBound
    }
    var chosen: [FixIt] = []
    var end: TextPosition?
    for fix in ordered {
      guard end.map({ $0 < fix.edits[0].range.lowerBound }) ?? true, let last = fix.edits.last else { continue }
      chosen.append(fix)
      end = last.range.upperBound
    }
    return chosen
  }

  private func trial(
    of fixes: [FixIt], on source: SourceText, _ options: Linter.Options, _ before: [Diagnostic],
    _ budget: inout LintBudget
  ) -> FixTrial {
    budget.take(source, before)
    let fixed = source.applying(fixes.flatMap(\.edits))
    return FixTrial(
      of: fixes, on: source, before, giving: fixed, linter.lint(fixed, options).diagnostics)
  }
}
