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
  /// some rule had more errors than before, is left out.
  public func fix(_ source: SourceText, _ options: Linter.Options) -> Outcome {
    var outcome = Outcome(text: RevisedText(source), count: 0)
    guard source.encoding == .utf8 else { return outcome }
    var diagnostics = linter.lint(source, options).diagnostics
    var harmful: Set<FixIt> = []
    var budget = Budget(cost: Self.mostCost)
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
    var budget = Budget(cost: Self.littleCost)
    var unknown = diagnostics.compactMap(\.fixIt).filter { safeties.contains($0.safety) }
    if unknown.isEmpty { return diagnostics }
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
    of fixes: [FixIt], on source: SourceText, _ options: Linter.Options, _ before: [Diagnostic], _ budget: inout Budget
  ) -> FixTrial {
    budget.take(source, before)
    let fixed = source.applying(fixes.flatMap(\.edits))
    return FixTrial(
      of: fixes, on: source, before, giving: fixed, linter.lint(fixed, options).diagnostics)
  }
}

/// How much may be linted again, in bytes: a text with thousands of fixes that do harm must not take for ever.
private struct Budget {
  private var cost: Int

  init(cost: Int) {
    self.cost = cost
  }

  var isLeft: Bool { cost > 0 }

  /// Whether it is enough for a text with these findings once more.
  func isLeft(for source: SourceText, _ diagnostics: [Diagnostic]) -> Bool {
    cost >= Self.cost(source, diagnostics)
  }

  mutating func take(_ source: SourceText, _ diagnostics: [Diagnostic]) { cost -= Self.cost(source, diagnostics) }

  /// A text of a few bytes takes its time as well, and a finding takes as long as a hundred bytes.
  private static func cost(_ source: SourceText, _ diagnostics: [Diagnostic]) -> Int {
    source.bytes.count + 1024 + 128 * diagnostics.count
  }
}

/// What becomes of a text by some fixes.
private struct FixTrial {
  /// The fixes that were made, in order of place.
  let fixes: [FixIt]
  /// What is found in the text with them.
  let diagnostics: [Diagnostic]
  /// Whether they had better be left out: what changes nothing is no fix either.
  let isHarmful: Bool
  /// If so, the fixes on whose lines there are more errors than before.
  let suspects: [FixIt]
  /// How many more errors there are than before, over all rules that have more.
  private let increase: Int

  var edits: [TextEdit] { fixes.flatMap(\.edits) }

  /// Judges by what is found in a text with fixes and was found before.
  init(
    of fixes: [FixIt], on original: SourceText, _ before: [Diagnostic], giving source: SourceText,
    _ diagnostics: [Diagnostic]
  ) {
    self.fixes = fixes
    self.diagnostics = diagnostics
    isHarmful = source == original || !Fixer.isNoWorse(diagnostics, than: before)
    let growth = isHarmful ? ErrorCounts(diagnostics).growth(since: ErrorCounts(before)) : [:]
    increase = growth.values.reduce(0, +)
    suspects = growth.isEmpty ? [] : Self.suspects(fixes, source, before, diagnostics, among: Set(growth.keys))
  }

  /// The fixes on the lines of a text on which a rule has more errors than before.
  private static func suspects(
    _ fixes: [FixIt], _ source: SourceText, _ before: [Diagnostic], _ diagnostics: [Diagnostic],
    among rules: Set<String>
  ) -> [FixIt] {
    struct Place: Hashable {
      var rule: String
      var line: Int
    }
    let lines = LineTable(source)
    var growth: [Place: Int] = [:]
    func count(_ diagnostic: Diagnostic, at offset: Int, _ difference: Int) {
      guard ErrorCounts.isCounted(diagnostic), rules.contains(diagnostic.rule) else { return }
      let line = lines.line(at: TextPosition(utf8Offset: max(0, offset)))
      growth[Place(rule: diagnostic.rule, line: line), default: 0] += difference
    }
    for diagnostic in diagnostics { count(diagnostic, at: diagnostic.range.utf8Offsets.lowerBound, 1) }
    let edits = fixes.flatMap(\.edits)
    var next = 0
    var shift = 0
    // What was found before, where it would stand now; it comes in order of place, as the fixes do.
    for diagnostic in before {
      let offset = diagnostic.range.utf8Offsets.lowerBound
      while next < edits.count, edits[next].range.utf8Offsets.upperBound <= offset {
        shift += edits[next].replacement.utf8.count - edits[next].range.utf8Offsets.count
        next += 1
      }
      count(diagnostic, at: offset + shift, -1)
    }
    let places = Set(growth.lazy.filter { $0.value > 0 }.map(\.key.line))
    var suspects: [FixIt] = []
    shift = 0
    for fix in fixes {
      var isSuspect = false
      for edit in fix.edits {
        let start = edit.range.utf8Offsets.lowerBound + shift
        let count = edit.replacement.utf8.count
        let (first, last) = (TextPosition(utf8Offset: start), TextPosition(utf8Offset: start + count))
        isSuspect =
          isSuspect || (lines.line(at: first)...lines.line(at: last)).contains(where: places.contains)
        shift += count - edit.range.utf8Offsets.count
      }
      if isSuspect { suspects.append(fix) }
    }
    return suspects
  }

  /// The suspects, where they are so many that nobody can try each of them, and there is an error for each.
  var culprits: [FixIt]? {
    suspects.count > 32 && suspects.count <= increase ? suspects : nil
  }

  /// The other fixes; `nil` if nothing is gained by telling them apart.
  var unsuspected: [FixIt]? {
    let suspects = Set(suspects)
    if suspects.isEmpty { return nil }
    let rest = fixes.filter { !suspects.contains($0) }
    return rest.isEmpty ? nil : rest
  }
}

/// How many errors each rule has in a text.
private struct ErrorCounts {
  var counts: [String: Int] = [:]

  init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where Self.isCounted(diagnostic) { counts[diagnostic.rule, default: 0] += 1 }
  }

  /// Whether it is an error; a text that cannot be read is no better for being called a warning.
  static func isCounted(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error || diagnostic.rule == "syntax"
  }

  /// How many more there are than before, by rule, where there are more.
  func growth(since before: ErrorCounts) -> [String: Int] {
    counts.reduce(into: [:]) { growth, count in
      let more = count.value - (before.counts[count.key] ?? 0)
      if more > 0 { growth[count.key] = more }
    }
  }
}
