public import ManifestText

/// Applies fixes to a text until nothing more can be mended.
public struct Fixer: Sendable {
  /// A text with its fixes applied.
  public struct Outcome: Sendable {
    /// The text as it is now.
    public var source: SourceText
    /// How many fixes were applied.
    public var count: Int
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
    var outcome = Outcome(source: source, count: 0)
    guard source.encoding == .utf8 else { return outcome }
    var harmful: Set<FixIt> = []
    for _ in 0..<Self.mostRounds(for: source) {
      let diagnostics = linter.lint(outcome.source, options).diagnostics
      let fixes = compatibleFixes(diagnostics.compactMap(\.fixIt).filter { !harmful.contains($0) })
      if fixes.isEmpty { break }
      var errors = ErrorCounts(diagnostics)
      // Where fixes do harm together, halves of them are tried, down to the one that does; from the end of the text, so
      // that the places of those before stay what they are.
      var pending = [fixes[...]]
      while let group = pending.popLast() {
        let fixed = outcome.source.applying(group.flatMap(\.edits))
        let after = ErrorCounts(linter.lint(fixed, options).diagnostics)
        if after.isNoWorse(than: errors), fixed != outcome.source {
          outcome.source = fixed
          outcome.count += group.count
          errors = after
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

  /// How often a text is read again: a hundred times, which mends a hundred slips of syntax, each of which hides the
  /// next; a large text less often, so that no more than 64 MiB are read for it.
  private static func mostRounds(for source: SourceText) -> Int {
    max(10, min(100, (64 << 20) / max(1, source.bytes.count)))
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
}

/// How many errors each rule has in a text.
private struct ErrorCounts {
  private var counts: [String: Int] = [:]

  init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where diagnostic.severity == .error { counts[diagnostic.rule, default: 0] += 1 }
  }

  /// Whether no rule has more errors; in a text that can be read at last, errors that nobody could see are no harm.
  func isNoWorse(than before: ErrorCounts) -> Bool {
    if before.counts["syntax"] != nil, counts["syntax"] == nil { return true }
    return counts.allSatisfy { $0.value <= before.counts[$0.key] ?? 0 }
  }
}
