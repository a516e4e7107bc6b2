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
    var budget = Budget(bytes: Self.mostBytes)
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
  /// In a large text with many of them not all are looked for.
  public func withoutHarmfulFixes(
    _ diagnostics: [Diagnostic], in source: SourceText, _ options: Linter.Options
  ) -> [Diagnostic] {
    var budget = Budget(bytes: Self.fewBytes)
    var unknown = diagnostics.compactMap(\.fixIt).filter { safeties.contains($0.safety) }
    if unknown.isEmpty { return diagnostics }
    var harmful: Set<FixIt> = []
    while budget.isLeft {
      let fixes = compatibleFixes(unknown)
      if fixes.isEmpty { break }
      unknown.removeAll(where: Set(fixes).contains)
      var pending = [fixes]
      while let group = pending.popLast(), budget.isLeft {
        let trial = trial(of: group, on: source, options, diagnostics, &budget)
        if !trial.isHarmful { continue }
        if group.count == 1 {
          harmful.formUnion(group)
        } else if let culprits = trial.culprits {
          harmful.formUnion(culprits)
          if let rest = trial.unsuspected { pending.append(rest) }
        } else if let rest = trial.unsuspected {
          pending += [rest, trial.suspects]
        } else {
          pending += [Array(group[..<(group.count / 2)]), Array(group[(group.count / 2)...])]
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
  /// How many bytes may be linted again to find the fixes of a text that do harm.
  private static let mostBytes = 16 << 20
  /// The same where nobody asked for fixes.
  private static let fewBytes = 4 << 20

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
    budget.take(source)
    let fixed = source.applying(fixes.flatMap(\.edits))
    return FixTrial(
      fixes: fixes, original: source, source: fixed, diagnostics: linter.lint(fixed, options).diagnostics,
      before: before)
  }
}

/// How much may be linted again: a text with thousands of fixes that do harm must not take for ever.
private struct Budget {
  private var bytes: Int

  init(bytes: Int) {
    self.bytes = bytes
  }

  var isLeft: Bool { bytes > 0 }

  /// A text of a few bytes takes its time as well.
  mutating func take(_ source: SourceText) { bytes -= source.bytes.count + 1024 }
}

/// What becomes of a text by some fixes.
private struct FixTrial {
  /// The fixes that were made, in order of place.
  var fixes: [FixIt]
  /// The text without them.
  var original: SourceText
  /// The text with them.
  var source: SourceText
  /// What is found in it.
  var diagnostics: [Diagnostic]
  /// What was found before.
  var before: [Diagnostic]

  var edits: [TextEdit] { fixes.flatMap(\.edits) }

  /// Whether they had better be left out: what changes nothing is no fix either.
  var isHarmful: Bool { source == original || !Fixer.isNoWorse(diagnostics, than: before) }

  /// How many more errors there are than before, by rule.
  private var increase: [String: Int] {
    let old = ErrorCounts(before).counts
    return ErrorCounts(diagnostics).counts.reduce(into: [:]) { increase, count in
      let more = count.value - (old[count.key] ?? 0)
      if more > 0 { increase[count.key] = more }
    }
  }

  /// The suspects, where they are so many that nobody can try each of them, and there is an error for each.
  var culprits: [FixIt]? {
    let suspects = suspects
    return suspects.count > 32 && suspects.count <= increase.values.reduce(0, +) ? suspects : nil
  }

  /// The fixes on whose lines there is an error of a rule that has more errors than before.
  var suspects: [FixIt] {
    let worse = Set(increase.keys)
    let lines = LineTable(source)
    var places: Set<Int> = []
    for diagnostic in diagnostics where worse.contains(diagnostic.rule) {
      places.insert(lines.line(at: diagnostic.range.lowerBound))
    }
    var suspects: [FixIt] = []
    var shift = 0
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
    // A text that cannot be read is no better for being called a warning.
    for diagnostic in diagnostics where diagnostic.severity == .error || diagnostic.rule == "syntax" {
      counts[diagnostic.rule, default: 0] += 1
    }
  }
}
