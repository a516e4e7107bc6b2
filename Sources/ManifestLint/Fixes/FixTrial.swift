import ManifestText

/// What becomes of a text by some fixes.
struct FixTrial {
  /// The fixes that were made, in order of place.
  let fixes: [FixIt]
  /// What is found in the text with them.
  let diagnostics: [Diagnostic]
  /// Whether they had better be left out: what changes nothing is no fix either.
  let isHarmful: Bool
  /// If so, the fixes that mend nothing, and those on whose lines there are more errors than before.
  let suspects: [FixIt]
  /// How many more errors there are than before, over all rules that have more, and how many fixes mend nothing.
  private let harm: Int

  var edits: [TextEdit] { fixes.flatMap(\.edits) }

  /// Judges by what is found in a text with fixes and was found before.
  init(
    of fixes: [FixIt], on original: SourceText, _ before: [Diagnostic], giving source: SourceText,
    _ diagnostics: [Diagnostic]
  ) {
    self.fixes = fixes
    self.diagnostics = diagnostics
    let vain = Self.vain(fixes, before, diagnostics)
    isHarmful = source == original || !vain.isEmpty || !Fixer.isNoWorse(diagnostics, than: before)
    let growth = isHarmful ? ErrorCounts(diagnostics).growth(since: ErrorCounts(before)) : [:]
    harm = vain.count + growth.values.reduce(0, +)
    let suspects = vain.union(Self.suspects(fixes, source, before, diagnostics, among: Set(growth.keys)))
    self.suspects = fixes.filter(suspects.contains)
  }

  /// The fixes that mend nothing: what they are for is found at its place as before, or a text cannot be read where
  /// they have put something in.
  private static func vain(_ fixes: [FixIt], _ before: [Diagnostic], _ diagnostics: [Diagnostic]) -> Set<FixIt> {
    let made = Set(fixes)
    var vain: Set<FixIt> = []
    var places = EditedPlaces(fixes.flatMap(\.edits))
    var later = diagnostics[...]
    for diagnostic in before {
      let (offset, isReplaced) = places.place(of: diagnostic.range.utf8Offsets.lowerBound)
      // What is found in place of what was taken away is another one's.
      guard !isReplaced, let fix = diagnostic.fixIt, made.contains(fix) else { continue }
      later = later.drop { $0.range.utf8Offsets.lowerBound < offset }
      let isThere = later.prefix { $0.range.utf8Offsets.lowerBound == offset }.contains {
        $0.rule == diagnostic.rule && $0.message == diagnostic.message
      }
      if isThere { vain.insert(fix) }
    }
    var slips = diagnostics.filter { $0.rule == "syntax" }[...]
    let syntaxFixes = slips.isEmpty ? [] : Set(before.lazy.filter { $0.rule == "syntax" }.compactMap(\.fixIt))
    for (fix, range) in written(fixes) where !range.isEmpty && syntaxFixes.contains(fix) {
      slips = slips.drop { $0.range.utf8Offsets.lowerBound < range.lowerBound }
      if let slip = slips.first, slip.range.utf8Offsets.lowerBound <= range.upperBound { vain.insert(fix) }
    }
    return vain
  }

  /// What each fix has written, and where that stands now, in order.
  private static func written(_ fixes: [FixIt]) -> [(fix: FixIt, range: Range<Int>)] {
    var shift = 0
    return fixes.flatMap { fix in
      fix.edits.map { edit in
        let start = edit.range.utf8Offsets.lowerBound + shift
        let count = edit.replacement.utf8.count
        shift += count - edit.range.utf8Offsets.count
        return (fix, start..<start + count)
      }
    }
  }

  /// The fixes on the lines of a text on which a rule has more errors than before.
  private static func suspects(
    _ fixes: [FixIt], _ source: SourceText, _ before: [Diagnostic], _ diagnostics: [Diagnostic],
    among rules: Set<String>
  ) -> Set<FixIt> {
    if rules.isEmpty { return [] }
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
    var places = EditedPlaces(fixes.flatMap(\.edits))
    for diagnostic in before {
      count(diagnostic, at: places.place(of: diagnostic.range.utf8Offsets.lowerBound).offset, -1)
    }
    let worseLines = Set(growth.lazy.filter { $0.value > 0 }.map(\.key.line))
    return Set(
      written(fixes).lazy.filter { _, range in
        let first = lines.line(at: TextPosition(utf8Offset: range.lowerBound))
        let last = lines.line(at: TextPosition(utf8Offset: range.upperBound))
        return (first...last).contains(where: worseLines.contains)
      }.map(\.fix))
  }

  /// The suspects, where they are so many that nobody can try each of them, and there is an error for each.
  var culprits: [FixIt]? {
    suspects.count > 32 && suspects.count <= harm ? suspects : nil
  }

  /// The other fixes; `nil` if nothing is gained by telling them apart.
  var unsuspected: [FixIt]? {
    let suspects = Set(suspects)
    if suspects.isEmpty { return nil }
    let rest = fixes.filter { !suspects.contains($0) }
    return rest.isEmpty ? nil : rest
  }
}
