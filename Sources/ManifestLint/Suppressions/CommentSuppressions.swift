import ManifestModel
import ManifestSyntax
import ManifestText

/// What the comments of a text suppress.
struct CommentSuppressions {
  private let source: SourceText
  private let rules: RuleSet
  private var directives: [SuppressionDirective] = []
  private var misspelt: [SuppressionProblem] = []
  private var lines: CommentLines?

  /// A rule that a directive suppresses, by the numbers of both, and whether it did.
  private struct Active {
    var directive: Int
    var mention: Int
    var isUsed = false
  }

  /// The part of a text in which a rule is suppressed.
  private struct Region {
    var start: TextPosition
    var end: TextPosition?
    var active: Int
  }

  private struct LineKey: Hashable {
    var rule: String
    var line: Int
  }

  private var active: [Active] = []
  private var byLine: [LineKey: Int] = [:]
  private var regions: [String: [Region]] = [:]
  private var byFile: [String: Int] = [:]
  /// The rules that `enable` names in vain, by directive.
  private var endsNothing: [Int: [Int]] = [:]
  /// The lines that directives without a rule are about, for what is to be said of them.
  private var bareLines: [Int: Int] = [:]

  /// Reads the comments of a text; most have no directive.
  init(_ parsed: ParseResult, _ lines: @autoclosure () -> LineTable, of source: SourceText, _ rules: RuleSet) {
    self.source = source
    self.rules = rules
    var reader = SuppressionCommentReader(source)
    for comment in parsed.comments { reader.read(comment) }
    directives = reader.directives
    misspelt = reader.problems
    if directives.isEmpty { return }
    let lines = CommentLines(lines(), parsed)
    self.lines = lines
    for index in directives.indices { activate(index, lines) }
  }

  /// Whether there is nothing to be done.
  var isEmpty: Bool { directives.isEmpty && misspelt.isEmpty }

  private mutating func activate(_ index: Int, _ lines: CommentLines) {
    let directive = directives[index]
    let line: Int?
    switch directive.action {
    case .disableLine: line = lines.line(of: directive.range)
    case .disableNextLine: line = lines.lineBelow(directive.comment)
    case .disable, .enable, .disableFile: line = nil
    }
    if directive.mentions.isEmpty { bareLines[index] = line }
    if directive.action == .enable { return end(index) }
    for (mention, named) in directive.mentions.enumerated() where rules.isSuppressible(named.rule) {
      let number = active.count
      active.append(Active(directive: index, mention: mention))
      switch directive.action {
      case .disableLine, .disableNextLine:
        guard let line else { break }
        let key = LineKey(rule: named.rule, line: line)
        if byLine[key] == nil { byLine[key] = number }
      case .disableFile: if byFile[named.rule] == nil { byFile[named.rule] = number }
      case .disable:
        if regions[named.rule]?.last.map({ $0.end == nil }) == true { break }
        regions[named.rule, default: []].append(Region(start: directive.range.upperBound, active: number))
      case .enable: break
      }
    }
  }

  /// Ends the regions of the rules that a directive names, or of all if it names none.
  private mutating func end(_ index: Int) {
    let directive = directives[index]
    func close(_ rule: String) -> Bool {
      guard let last = regions[rule]?.indices.last, regions[rule]?[last].end == nil else { return false }
      regions[rule]?[last].end = directive.range.lowerBound
      return true
    }
    if directive.mentions.isEmpty {
      var hasEnded = false
      for rule in regions.keys { hasEnded = close(rule) || hasEnded }
      if !hasEnded { endsNothing[index] = [] }
    }
    for (mention, named) in directive.mentions.enumerated() where rules.isSuppressible(named.rule) {
      if !close(named.rule) { endsNothing[index, default: []].append(mention) }
    }
  }

  /// The directive that suppresses a finding of a rule at a place; `nil` if none does.
  ///
  /// The narrowest one does, so that a wider one is left for the rest or turns out to be unused.
  mutating func directive(for rule: String, at range: TextRange) -> SuppressionDirective? {
    guard let lines, rules.isSuppressible(rule) else { return nil }
    let found =
      byLine[LineKey(rule: rule, line: lines.line(of: range.lowerBound))] ?? region(of: rule, at: range.lowerBound)
      ?? byFile[rule]
    guard let found else { return nil }
    active[found].isUsed = true
    return directives[active[found].directive]
  }

  private func region(of rule: String, at position: TextPosition) -> Int? {
    guard let regions = regions[rule] else { return nil }
    var (low, high) = (0, regions.count)
    while low < high {
      let middle = (low + high) / 2
      if regions[middle].start <= position { low = middle + 1 } else { high = middle }
    }
    guard low > 0, regions[low - 1].end.map({ position < $0 }) ?? true else { return nil }
    return regions[low - 1].active
  }
}

// MARK: - What is to be said of them

extension CommentSuppressions {
  /// What keeps the directives from doing what they were written for, once all findings have been looked for.
  ///
  /// - Parameters:
  ///   - shown: What was found and not suppressed.
  ///   - isBroken: Whether the text could not be read whole, so that nobody knows what would be found in it.
  func problems(shown: [Diagnostic], isBroken: Bool) -> [SuppressionProblem] {
    var problems = misspelt
    let unused = isBroken ? [:] : unusedMentions()
    for (index, directive) in directives.enumerated() {
      problems += self.problems(of: index, directive, unused: unused[index] ?? [], shown)
    }
    // In a text that is mended elsewhere first, nothing is taken away.
    if isBroken { for index in problems.indices { problems[index].removal = nil } }
    return problems
  }

  /// The mentions of rules that were checked and not found, by directive.
  private func unusedMentions() -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for active in active where !active.isUsed {
      let rule = directives[active.directive].mentions[active.mention].rule
      if rules.isInForce(rule) { result[active.directive, default: []].append(active.mention) }
    }
    return result
  }

  private func problems(
    of index: Int, _ directive: SuppressionDirective, unused: [Int], _ shown: [Diagnostic]
  ) -> [SuppressionProblem] {
    let form = SuppressionProblem.Form.comment(
      directive: directive.action.rawValue, isOnOwnLine: directive.isOnOwnLine)
    func problem(_ kind: SuppressionProblem.Kind, mention: Int) -> SuppressionProblem {
      SuppressionProblem(
        kind, in: form, at: directive.mentions[mention].range,
        removal: directive.removal(ofMention: mention, from: source), removesComment: directive.mentions.count == 1)
    }
    func whole(_ kind: SuppressionProblem.Kind) -> SuppressionProblem {
      SuppressionProblem(
        kind, in: form, at: directive.markedRange, removal: directive.removal(from: source), removesComment: true)
    }
    let mentions = directive.mentions
    if mentions.isEmpty {
      guard directive.action == .enable else { return [whole(.namesNoRule(found: found(at: index, shown)))] }
      return endsNothing[index] == nil ? [] : [whole(.endsNothing(rules: []))]
    }
    let ended = endsNothing[index] ?? []
    if unused.count == mentions.count { return [whole(.unused(rules: mentions.map(\.rule)))] }
    if ended.count == mentions.count { return [whole(.endsNothing(rules: mentions.map(\.rule)))] }
    let prose = proseStart(mentions)
    var problems: [SuppressionProblem] = []
    for (position, mention) in mentions[..<prose].enumerated() {
      if !rules.isKnown(mention.rule) {
        var unknown = problem(
          .unknownRule(mention.rule, suggestion: rules.suggestion(for: mention.rule)), mention: position)
        unknown.removal = nil
        problems.append(unknown)
      } else if rules.isIndispensable(mention.rule) {
        problems.append(problem(.ruleIsIndispensable(mention.rule), mention: position))
      } else if !rules.isSuppressible(mention.rule) {
        problems.append(problem(.ruleIsAboutSuppressions(mention.rule), mention: position))
      } else if unused.contains(position) {
        problems.append(problem(.unused(rules: [mention.rule]), mention: position))
      } else if ended.contains(position) {
        problems.append(problem(.endsNothing(rules: [mention.rule]), mention: position))
      }
    }
    if prose < mentions.count {
      let range = mentions[prose].range.lowerBound..<mentions[mentions.count - 1].range.upperBound
      problems.append(SuppressionProblem(.wordsAreNoRules(source.string(range)), in: form, at: range))
    }
    return problems
  }

  /// Where words begin that are no rules and go on to the end, as a reason does whose `--` is missing.
  private func proseStart(_ mentions: [SuppressionDirective.Mention]) -> Int {
    var start = mentions.count
    while start > 0, !rules.isKnown(mentions[start - 1].rule), rules.suggestion(for: mentions[start - 1].rule) == nil {
      start -= 1
      if mentions[start].followsComma { break }
    }
    return mentions.count - start >= 2 ? start : mentions.count
  }

  /// The rules that speak where a directive that names none stands.
  private func found(at index: Int, _ shown: [Diagnostic]) -> [String] {
    guard let line = bareLines[index], let lines else { return [] }
    var found: [String] = []
    for diagnostic in shown
    where lines.line(of: diagnostic.range.lowerBound) == line && rules.isSuppressible(diagnostic.rule)
      && !found.contains(diagnostic.rule)
    {
      found.append(diagnostic.rule)
    }
    return found
  }
}
