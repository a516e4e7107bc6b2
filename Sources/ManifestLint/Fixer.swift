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
    for _ in 0..<Self.mostRounds {
      let fixes = compatibleFixes(diagnostics.compactMap(\.fixIt).filter { !harmful.contains($0) })
      if fixes.isEmpty { break }
      // Where fixes do harm together, halves of them are tried, down to the one that does; from the end of the text, so
      // that the places of those before stay what they are.
      var pending = [fixes[...]]
      while let group = pending.popLast() {
        let edits = group.flatMap(\.edits)
        let fixed = outcome.source.applying(edits)
        let after = linter.lint(fixed, options).diagnostics
        if Self.isNoWorse(after, than: diagnostics), fixed != outcome.source {
          outcome.text.apply(edits)
          outcome.count += group.count
          diagnostics = after
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

  /// Whether a text with these diagnostics can be read as well as before, and has no error that was not there.
  public static func isNoWorse(_ diagnostics: [Diagnostic], than before: [Diagnostic]) -> Bool {
    let (old, new) = (ErrorCounts(before), ErrorCounts(diagnostics))
    // In a text that can be read at last, errors that nobody could see are no harm.
    if old.counts["syntax"] != nil, new.counts["syntax"] == nil { return true }
    return new.counts.allSatisfy { $0.value <= old.counts[$0.key] ?? 0 }
  }

  /// So many rounds are enough for a broken text in which each fix uncovers the next slip.
  private static let mostRounds = 100

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
