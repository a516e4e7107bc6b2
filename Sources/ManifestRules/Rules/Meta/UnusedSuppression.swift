import ManifestLint

/// Flags a suppression that suppresses nothing.
struct UnusedSuppression: RuleAboutSuppressions {
  static let metadata = RuleMetadata(
    id: "unused-suppression",
    section: .meta,
    severity: .warning,
    origin: .advice,
    fixes: [.safe],
    summary: "A comment or an entry of the configuration suppresses nothing.",
    rationale: """
      What nobody needs any more hides the next mistake at its place, and what is misspelt hides nothing. A \
      suppression is judged only by rules that were checked.
      """,
    remedy: """
      Remove it; where it was meant to suppress something, write it as help says. Findings that say whether a file \
      could be checked cannot be suppressed.
      """,
    source: nil,
    examples: [
      .init(
        bad: """
          extensions:
            linkActions:
              # manifestlint-disable-next-line name-length -- shipped so in 2024
              - name: Send quote

          """,
        good: """
          extensions:
            linkActions:
              - name: Send quote

          """),
      .init(
        bad: """
          extensions:
            linkActions:
              - name: Send The Long Quote By Mail   # manifestlint-disable-line name-length, sentence-case -- a brand

          """,
        good: """
          extensions:
            linkActions:
              - name: Send The Long Quote By Mail   # manifestlint-disable-line sentence-case -- a brand

          """),
    ])

  func check(_ problem: SuppressionProblem) -> Finding? {
    switch problem.kind {
    case .unused(let rules):
      return finding(.unused(rules, problem.form), problem, help: helpForUnused(problem, rules))
    case .endsNothing(let rules): return finding(.endsNothing(rules), problem)
    case .ruleIsIndispensable(let rule):
      return finding(.indispensable(rule), problem, help: "mend what it reports")
    case .ruleIsAboutSuppressions(let rule):
      return finding(
        .aboutSuppressions(rule), problem,
        help: "mend the suppression that it reports, or write '\(rule): off' below 'rules' in the configuration")
    case .namesNoRule(let found):
      guard case .comment(let directive, _) = problem.form else { return nil }
      let names = found.isEmpty ? "RULE" : found.joined(separator: ", ")
      return finding(.namesNoRule(directive), problem, help: "write '\(directive) \(names)'")
    case .unknownDirective(let word, let suggestion):
      let forms = "disable-line, -disable-next-line, -disable, -enable or -disable-file"
      return finding(
        .unknownDirective(word), problem,
        help: suggestion.map { "did you mean '\($0)'?" } ?? "write one of manifestlint-\(forms)")
    case .unknownRule, .wordsAreNoRules, .expired: return nil
    }
  }

  private func finding(
    _ message: Finding.Message, _ problem: SuppressionProblem, help: String? = nil
  ) -> Finding {
    let fix = problem.removal.map { edit in
      FixIt(problem.removalTitle, safety: .safe, edits: [edit])
    }
    return Finding(message, marking: .text(problem.range), help: help ?? fix?.message, fixIt: fix)
  }

  private func helpForUnused(_ problem: SuppressionProblem, _ rules: [String]) -> String? {
    guard case .comment(let directive, isOnOwnLine: true) = problem.form, directive.hasSuffix("-disable-line") else {
      return problem.form == .entry ? "remove the entry" : nil
    }
    return "write 'manifestlint-disable-next-line' for the next line, or remove the comment"
  }
}

extension SuppressionProblem {
  /// What its removal removes.
  fileprivate var removalTitle: String {
    form == .entry ? "remove the entry" : removesComment ? "remove the comment" : "remove the rule"
  }
}

extension Finding.Message {
  fileprivate static func unused(_ rules: [String], _ form: SuppressionProblem.Form) -> Self {
    let subject = form == .entry ? "this entry" : "this comment"
    return "\(subject) suppresses nothing: \(list(rules)) \(rules.count == 1 ? "reports" : "report") nothing here"
  }

  fileprivate static func endsNothing(_ rules: [String]) -> Self {
    rules.isEmpty
      ? "this comment ends nothing: no 'manifestlint-disable' is in force here"
      : "this comment ends nothing: no 'manifestlint-disable' of \(list(rules)) is in force here"
  }

  fileprivate static func indispensable(_ rule: String) -> Self {
    "'\(rule)' cannot be suppressed: it says that a file could not be checked"
  }

  fileprivate static func aboutSuppressions(_ rule: String) -> Self {
    "'\(rule)' cannot be suppressed: it is about suppressions"
  }

  fileprivate static func namesNoRule(_ directive: String) -> Self {
    "'\(directive)' names no rule and suppresses nothing"
  }

  fileprivate static func unknownDirective(_ word: String) -> Self {
    "'\(word)' is no comment that suppresses anything"
  }

  private static func list(_ rules: [String]) -> String {
    let quoted = rules.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return "\(quoted.dropLast().joined(separator: ", ")) and \(last)"
  }
}
