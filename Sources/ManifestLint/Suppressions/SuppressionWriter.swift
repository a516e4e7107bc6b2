import ManifestSyntax
public import ManifestText

/// Writes the comments that suppress what is found in a text.
public struct SuppressionWriter: Sendable {
  /// A text with its comments, and what has none.
  public struct Outcome: Sendable {
    /// The text as it is now.
    public var source: SourceText
    /// How many findings are suppressed that were not before.
    public var count: Int
    /// A finding that a comment can suppress in no place of this text: it is in JSON or in UTF-16.
    public var uncommented: [UncommentedFinding]
  }

  /// A finding in a text that can hold no comment.
  public struct UncommentedFinding: Hashable, Sendable {
    /// The id of the rule.
    public var rule: String
    /// Its place, with the names of list items, and with secrets masked.
    public var pointer: String
    /// Whether something of the place is a secret, so that it cannot be written down.
    public var isSecret: Bool
  }

  private let linter: Linter
  private let level: Severity
  private let reason: String?

  /// A writer for what is at least as bad as a level.
  ///
  /// - Parameter reason: Why it is suppressed, in one line.
  public init(_ linter: Linter, level: Severity, reason: String?) {
    self.linter = linter
    self.level = level
    self.reason = reason
  }

  /// The text with a comment for each place at which something is found.
  ///
  /// A comment stands on the line above and takes its indentation; a directive that is there already takes the rules
  /// in. The text means the same afterwards, and nothing else is suppressed than what was found, or it stays as it is.
  public func suppress(_ source: SourceText, _ options: Linter.Options) -> Outcome {
    let parsed = Linter.parse(source, options.language)
    let result = linter.lint(source, parsed: parsed, options)
    let targets = result.diagnostics.filter(isTarget)
    var outcome = Outcome(source: source, count: 0, uncommented: [])
    guard parsed.errors.isEmpty, !targets.isEmpty else { return outcome }
    if parsed.documents.first?.language != .yaml || source.encoding != .utf8 {
      outcome.uncommented = uncommented(targets)
      outcome.count = targets.count
      return outcome
    }
    var options = options
    options.language = .yaml
    // Where a place is special, halves are tried, down to that one; from the end, so that what stands before it stays
    // where it is.
    var left: [Diagnostic] = []
    var pending = [targets[...]]
    while let group = pending.popLast() {
      let current = Linter.parse(outcome.source, .yaml)
      let found = linter.lint(outcome.source, parsed: current, options)
      let wanted = Set(group.map(RuleAndPlace.init))
      let diagnostics = found.diagnostics.filter { wanted.contains(RuleAndPlace($0)) }
      if let changed = commented(outcome.source, current, found, diagnostics, options) {
        outcome.source = changed
      } else if group.count == 1 {
        left += group
      } else {
        let middle = group.startIndex + group.count / 2
        pending += [group[..<middle], group[middle...]]
      }
    }
    if !left.isEmpty {
      let current = Linter.parse(outcome.source, .yaml)
      let found = linter.lint(outcome.source, parsed: current, options)
      let rules = Set(left.map(\.rule))
      let others = found.diagnostics.filter { isTarget($0) && rules.contains($0.rule) }
      if let changed = commented(outcome.source, current, found, others, options, forFile: true) {
        outcome.source = changed
      }
    }
    outcome.count = targets.count - linter.lint(outcome.source, options).diagnostics.count(where: isTarget)
    return outcome
  }

  /// Whether a comment can suppress a finding in a text.
  public func canComment(on diagnostic: Diagnostic, in source: SourceText, _ parsed: ParseResult) -> Bool {
    parsed.errors.isEmpty && parsed.documents.first?.language == .yaml && source.encoding == .utf8
      && isTarget(diagnostic)
  }

  /// The edits that write a comment which suppresses one finding, or all of its rule in the file; `nil` where that
  /// would change something else.
  ///
  /// - Parameter options: How the text was judged, as the YAML that it is.
  public func edits(
    suppressing diagnostic: Diagnostic, inWholeFile: Bool, of source: SourceText, _ parsed: ParseResult,
    _ result: LintResult, _ options: Linter.Options
  ) -> [TextEdit]? {
    guard canComment(on: diagnostic, in: source, parsed) else { return nil }
    let targets = inWholeFile ? result.diagnostics.filter { $0.rule == diagnostic.rule } : [diagnostic]
    return edits(source, parsed, result, targets, options, forFile: inWholeFile)
  }

  private func commented(
    _ source: SourceText, _ parsed: ParseResult, _ result: LintResult, _ targets: [Diagnostic],
    _ options: Linter.Options, forFile: Bool = false
  ) -> SourceText? {
    edits(source, parsed, result, targets, options, forFile: forFile).map { source.applying($0) }
  }

  /// The edits that write comments for these findings; `nil` if the text would not mean the same, or other findings
  /// than those of the same rules at the same places would come or go.
  private func edits(
    _ source: SourceText, _ parsed: ParseResult, _ result: LintResult, _ targets: [Diagnostic],
    _ options: Linter.Options, forFile: Bool
  ) -> [TextEdit]? {
    var placement = CommentPlacement(source, parsed, reason: reason)
    for diagnostic in targets { placement.add(diagnostic.rule, at: diagnostic.range) }
    let edits = forFile ? placement.editsForFile : placement.edits
    let changed = source.applying(edits)
    let reparsed = Linter.parse(changed, .yaml)
    guard reparsed.errors.isEmpty, reparsed.meansTheSame(as: parsed) else { return nil }
    let left = result.diagnostics.filter { diagnostic in
      !(linter.rules.isSuppressible(diagnostic.rule)
        && (forFile ? placement.covers(diagnostic.rule) : placement.covers(diagnostic.rule, at: diagnostic.range)))
    }
    return counts(left) == counts(linter.lint(changed, parsed: reparsed, options).diagnostics) ? edits : nil
  }

  /// How often each rule speaks at each level, those about suppressions left out.
  private func counts(_ diagnostics: [Diagnostic]) -> [String: [Severity: Int]] {
    var counts: [String: [Severity: Int]] = [:]
    for diagnostic in diagnostics where !linter.rules.isAboutSuppressions(diagnostic.rule) {
      counts[diagnostic.rule, default: [:]][diagnostic.severity, default: 0] += 1
    }
    return counts
  }

  private struct RuleAndPlace: Hashable {
    var rule: String
    var start: TextPosition

    init(_ diagnostic: Diagnostic) {
      rule = diagnostic.rule
      start = diagnostic.range.lowerBound
    }
  }

  private func isTarget(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity >= level && linter.rules.isSuppressible(diagnostic.rule)
  }

  private func uncommented(_ diagnostics: [Diagnostic]) -> [UncommentedFinding] {
    var found: Set<BaselineKey> = []
    return diagnostics.compactMap { diagnostic in
      guard let pointer = diagnostic.namedPointer,
        found.insert(BaselineKey(rule: diagnostic.rule, pointer: pointer)).inserted
      else { return nil }
      return UncommentedFinding(
        rule: diagnostic.rule, pointer: pointer, isSecret: pointer.holds(RedactedText.mask))
    }
  }
}

extension ParseResult {
  /// Whether another text holds the same documents, however it is written.
  fileprivate func meansTheSame(as other: ParseResult) -> Bool {
    guard documents.count == other.documents.count else { return false }
    return zip(documents, other.documents).allSatisfy { own, others in
      own.records.count == others.records.count
        && zip(own.nodes, others.nodes).allSatisfy { $0.kind == $1.kind && $0.content == $1.content }
    }
  }
}
