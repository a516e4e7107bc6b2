import ManifestLint
import ManifestRules
import ManifestTestSupport
import Testing

/// The laws of suppressions, checked over one text: each mutes exactly its rule at its place.
struct SuppressionLaws {
  /// How a comment says where a rule is not to speak.
  private enum Form: CaseIterable {
    case nextLine, line, region, file
  }

  /// What remains of a finding when lines come and go before it.
  private struct Finding: Hashable {
    var rule: String
    var message: String
    var pointer: String?
    var text: String

    init(_ diagnostic: Diagnostic, in source: SourceText, without edits: [TextEdit]) {
      rule = diagnostic.rule
      message = diagnostic.message
      pointer = diagnostic.pointer
      // A comment may stand inside of what a finding is about.
      text = edits.reduce(source.string(diagnostic.range)) { $0.replacing($1.replacement, with: "") }
    }
  }

  let linter: Linter
  var options = Linter.Options()

  private static let reason = "a reason"
  /// How many findings of a text are suppressed, each for itself.
  private static let mostFindings = Thoroughness.isFull ? 40 : 8

  /// Checks all laws; a text that cannot be read whole has none.
  ///
  /// - Returns: How many suppressions were tried.
  @discardableResult func check(_ source: SourceText) -> Int {
    let parsed = parsed(source)
    let result = linter.lint(source, parsed: parsed, options)
    guard !result.isBroken, source.encoding == .utf8 else { return 0 }
    let targets = Self.some(result.diagnostics.filter(isSuppressible))
    var count = checkEntries(source, result, targets) + checkBaseline(source, result, targets)
    if parsed.documents.first?.language == .yaml {
      for form in Form.allCases { count += checkComments(form, source, parsed, result, targets) }
      for level in [Severity.info, .warning] { checkWriter(source, result, level) }
      checkRemoval(source, result)
    }
    return count
  }

  private func parsed(_ source: SourceText) -> ParseResult { Linter.parse(source, options.language) }

  private func isSuppressible(_ diagnostic: Diagnostic) -> Bool { linter.rules.isSuppressible(diagnostic.rule) }

  /// As many as are tried, from all over the text.
  private static func some(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.count > mostFindings else { return diagnostics }
    return (0..<mostFindings).map { diagnostics[$0 * diagnostics.count / mostFindings] }
  }

  private func counts(
    _ diagnostics: some Sequence<Diagnostic>, in source: SourceText, without edits: [TextEdit] = []
  ) -> [Finding: Int] {
    diagnostics.reduce(into: [:]) { $0[Finding($1, in: source, without: edits), default: 0] += 1 }
  }

  private func values(_ parsed: ParseResult) -> [[String]] {
    parsed.documents.map { $0.nodes.map { "\($0.kind) \($0.text)" } }
  }

  // MARK: Comments

  /// The lines that are one line to a comment, since texts go on from each to the next.
  private func block(of line: Int, _ texts: [ClosedRange<Int>]) -> ClosedRange<Int> {
    var block = line...line
    while let text = texts.first(where: { $0.overlaps(block) && !block.contains($0) }) {
      block = min(block.lowerBound, text.lowerBound)...max(block.upperBound, text.upperBound)
    }
    return block
  }

  /// The lines of texts over several lines.
  private func texts(_ parsed: ParseResult, _ lines: LineTable) -> [ClosedRange<Int>] {
    var texts: Set<ClosedRange<Int>> = []
    for node in parsed.documents.flatMap(\.nodes) where node.isScalar && !node.range.isEmpty {
      let last = lines.source.slice(node.range).lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      guard let last else { continue }
      let range =
        lines.line(
          at: node.range.lowerBound)...max(
          lines.line(at: node.range.lowerBound), lines.line(at: TextPosition(utf8Offset: last)))
      if range.count > 1 { texts.insert(range) }
    }
    return Array(texts)
  }

  private func checkComments(
    _ form: Form, _ source: SourceText, _ parsed: ParseResult, _ result: LintResult, _ targets: [Diagnostic]
  ) -> Int {
    // A region that is there already would be closed.
    if form == .region, source.string(source.range).contains("manifestlint-") { return 0 }
    let lines = LineTable(source)
    let texts = texts(parsed, lines)
    func block(of diagnostic: Diagnostic) -> ClosedRange<Int> {
      self.block(of: lines.line(at: diagnostic.range.lowerBound), texts)
    }
    let before = counts(result.diagnostics + result.suppressed.map(\.diagnostic), in: source)
    let values = values(parsed)
    var seen: Set<String> = []
    var count = 0
    for target in targets {
      let block = block(of: target)
      guard seen.insert(form == .file ? target.rule : "\(target.rule) \(block)").inserted else { continue }
      let muted = result.diagnostics.filter {
        $0.rule == target.rule && (form == .file || block.contains(lines.line(at: $0.range.lowerBound)))
      }
      for edits in alternatives(form, target.rule, around: block, lines) {
        let changed = source.applying(edits)
        let reparsed = self.parsed(changed)
        let after = linter.lint(changed, parsed: reparsed, options)
        let newlyMuted = after.suppressed.filter { $0.reason == Self.reason }.map(\.diagnostic)
        let place = "\(form) of \(target.rule) at \(block) in\n\(source.string(source.range))"
        guard reparsed.comments.contains(where: { changed.string($0).hasSuffix("-- \(Self.reason)") }) else {
          // At the margin of a text a comment is text, and suppresses nothing.
          #expect(newlyMuted.isEmpty, "\(place)")
          continue
        }
        guard reparsed.errors.isEmpty, self.values(reparsed) == values else { continue }
        count += 1
        #expect(
          counts(after.diagnostics + after.suppressed.map(\.diagnostic), in: changed, without: edits) == before,
          "\(place)")
        #expect(counts(newlyMuted, in: changed, without: edits) == counts(muted, in: source), "\(place)")
        #expect(after.suppressed.count == result.suppressed.count + muted.count, "\(place)")
        break
      }
    }
    return count
  }

  /// The edits that write a comment; the next ones where the first ones would write it into a text.
  private func alternatives(
    _ form: Form, _ rule: String, around block: ClosedRange<Int>, _ lines: LineTable
  ) -> [[TextEdit]] {
    func above(_ line: Int, _ action: String) -> TextEdit {
      let start = lines.range(ofLine: line).lowerBound
      return TextEdit(
        range: start..<start, replacement: "# manifestlint-\(action) \(rule) -- \(Self.reason)\n")
    }
    func behind(_ line: Int, _ text: String) -> TextEdit {
      let end = lines.range(ofLine: line).upperBound
      return TextEdit(range: end..<end, replacement: text)
    }
    switch form {
    case .nextLine: return [[above(block.lowerBound, "disable-next-line")]]
    case .line:
      // Behind a comment with a reason, it would be part of that.
      if block.contains(where: { lines.source.string(lines.range(ofLine: $0)).contains("manifestlint-") }) { return [] }
      return [block.upperBound, block.lowerBound].map {
        [behind($0, " # manifestlint-disable-line \(rule) -- \(Self.reason)")]
      }
    case .region:
      return [
        [above(block.lowerBound, "disable"), behind(block.upperBound, "\n# manifestlint-enable \(rule)")]
      ]
    case .file: return [[above(1, "disable-file")]]
    }
  }

  // MARK: Entries of a configuration

  private func checkEntries(_ source: SourceText, _ result: LintResult, _ targets: [Diagnostic]) -> Int {
    var seen: Set<String> = []
    var count = 0
    for target in targets {
      guard let named = target.namedPointer, let pointer = target.pointer,
        seen.insert("\(target.rule) \(pointer)").inserted, !named.contains(RedactedText.mask)
      else { continue }
      for written in Set([pointer, named]) {
        var options = options
        options.ignoreEntries = [IgnoreEntry(rule: target.rule, pointer: written, range: .start)]
        let after = linter.lint(source, options)
        let muted = result.diagnostics.filter {
          $0.rule == target.rule && ($0.pointer == pointer || $0.namedPointer == written)
        }
        let mutedByEntry = after.suppressed.filter { $0.origin == .configuration }.map(\.diagnostic)
        #expect(mutedByEntry == muted, "\(target.rule) at \(written) in\n\(source.string(source.range))")
        #expect(after.diagnostics.count == result.diagnostics.count - muted.count)
        #expect(after.ignoreEntryUses.map(\.outcome) == [.needed])
        count += 1
      }
    }
    return count
  }

  // MARK: A baseline

  private func checkBaseline(_ source: SourceText, _ result: LintResult, _ targets: [Diagnostic]) -> Int {
    var options = options
    options.knownFindings = .all
    let all = linter.lint(source, options)
    #expect(!all.diagnostics.contains { isSuppressible($0) && $0.namedPointer != nil })
    options.knownFindings = .counted(all.baselineCounts)
    #expect(linter.lint(source, options).diagnostics == all.diagnostics)
    var count = 0
    for target in targets {
      guard let pointer = target.namedPointer else { continue }
      options.knownFindings = .counted([BaselineKey(rule: target.rule, pointer: pointer): 1])
      let after = linter.lint(source, options)
      let muted = result.diagnostics.first { $0.rule == target.rule && $0.namedPointer == pointer }
      #expect(after.suppressed.filter { $0.origin == .baseline }.map(\.diagnostic) == [muted])
      #expect(after.diagnostics.count == result.diagnostics.count - 1)
      count += 1
    }
    return count
  }

  // MARK: Written comments

  /// With comments written for what is found, nothing is found, and the text means the same.
  private func checkWriter(_ source: SourceText, _ before: LintResult, _ level: Severity) {
    let outcome = SuppressionWriter(linter, level: level, reason: "known").suppress(source, options)
    let after = linter.lint(outcome.source, options)
    let place = "with\n\(outcome.source.string(outcome.source.range))"
    #expect(!after.diagnostics.contains { $0.severity >= level && isSuppressible($0) }, "\(place)")
    #expect(
      after.diagnostics.filter { !isSuppressible($0) }.map(\.message)
        == before.diagnostics.filter { !isSuppressible($0) }.map(\.message), "\(place)")
    #expect(values(parsed(source)) == values(parsed(outcome.source)), "\(place)")
    // A second time there is nothing to do.
    #expect(SuppressionWriter(linter, level: level, reason: nil).suppress(outcome.source, options).count == 0)
  }

  /// Comments that suppress nothing any more are removed without a trace.
  private func checkRemoval(_ source: SourceText, _ before: LintResult) {
    // Comments that were there before would go too.
    guard before.suppressed.isEmpty, !before.diagnostics.contains(where: { linter.rules.isAboutSuppressions($0.rule) })
    else { return }
    let outcome = SuppressionWriter(linter, level: .info, reason: "known").suppress(source, options)
    if outcome.count == 0 { return }
    // As if all had been mended: every rule is checked, and finds nothing.
    let rules = BuiltInRules.all.map { type in type is any RuleAboutSuppressions.Type ? type.init() : silent(type) }
    let restored = Fixer(Linter(RuleSet(rules), schemas: [:]), applying: [.safe]).fix(outcome.source, options)
    #expect(restored.source.bytes == source.bytes)
  }

  private func silent<Checked: Rule>(_ type: Checked.Type) -> any Rule { SilentRule<Checked>() }
}

/// A rule that is known and finds nothing.
private struct SilentRule<Checked: Rule>: Rule {
  static var metadata: RuleMetadata { Checked.metadata }

  func check(_ context: LintContext) -> [Finding] { [] }
}
