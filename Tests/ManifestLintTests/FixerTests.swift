import ManifestLint
import ManifestTestSupport
import Synchronization
import Testing

/// Wants `old` to be `new`.
private struct OldWord: Rule {
  static let metadata = RuleMetadata(
    id: "old-word", section: .everyDocument, severity: .warning, origin: .advice, summary: "Old.", rationale: "Old.",
    remedy: "Old.", source: nil, examples: [])

  func check(_ context: LintContext) -> [Finding] {
    context.root.subtree.filter { $0.string == "old" }.map { node in
      Finding(
        "old", at: node, fixIt: FixIt("write 'new'", safety: .safe, edits: [node.edit(replacingTextWith: "new")]))
    }
  }
}

/// Takes no `vain`, and would write a comment behind it.
private struct VainFix: Rule {
  static let metadata = RuleMetadata(
    id: "vain-fix", section: .everyDocument, severity: .warning, origin: .advice, summary: "Vain.", rationale: "Vain.",
    remedy: "Vain.", source: nil, examples: [])

  func check(_ context: LintContext) -> [Finding] {
    context.root.subtree.filter { $0.string == "vain" }.map { node in
      let end = node.range.utf8Offsets.upperBound
      let edit = TextEdit(range: TextRange(utf8Offsets: end..<end), replacement: " # vain")
      return Finding("vain", at: node, fixIt: FixIt("write a comment", safety: .safe, edits: [edit]))
    }
  }
}

/// Takes no items of a block list, and removes their lines.
private struct NoItems: Rule {
  static let metadata = RuleMetadata(
    id: "no-items", section: .everyDocument, severity: .warning, origin: .advice, summary: "None.", rationale: "None.",
    remedy: "None.", source: nil, examples: [])

  func check(_ context: LintContext) -> [Finding] {
    context.root.items.map { item in
      let range = item.range.utf8Offsets
      let line = TextRange(utf8Offsets: range.lowerBound - 2..<range.upperBound + 1)
      return Finding(
        "none", at: item,
        fixIt: FixIt("remove the line", safety: .safe, edits: [TextEdit(range: line, replacement: "")]))
    }
  }
}

/// Takes no `new` below a key `never`.
private struct NeverNew: Rule {
  static let metadata = RuleMetadata(
    id: "never-new", section: .everyDocument, severity: .error, origin: .advice, summary: "Never.",
    rationale: "Never.", remedy: "Never.", source: nil, examples: [])

  func check(_ context: LintContext) -> [Finding] {
    context.root.subtree.filter { $0.string == "new" && $0.key?.text == "never" }.map { Finding("never", at: $0) }
  }
}

/// Would turn `new` into another word, unless that is for a person to say.
private struct UnsafeNew: Rule {
  static let metadata = RuleMetadata(
    id: "unsafe-new", section: .everyDocument, severity: .warning, origin: .advice, summary: "Unsafe.",
    rationale: "Unsafe.", remedy: "Unsafe.", source: nil, examples: [])

  func check(_ context: LintContext) -> [Finding] {
    context.root.subtree.filter { $0.string == "new" }.map { node in
      Finding(
        "new", at: node, fixIt: FixIt("write 'newer'", safety: .unsafe, edits: [node.edit(replacingTextWith: "newer")]))
    }
  }
}

/// Counts how often it is asked.
private struct FewQuestions: Rule {
  static let metadata = RuleMetadata(
    id: "few-questions", section: .everyDocument, severity: .error, origin: .advice, summary: "Few.", rationale: "Few.",
    remedy: "Few.", source: nil, examples: [])

  let questions = Counter()

  func check(_ context: LintContext) -> [Finding] {
    questions.value.add(1, ordering: .relaxed)
    return []
  }
}

/// How often something came.
private final class Counter: Sendable {
  let value = Atomic(0)
}

/// Takes three `new` and no more, and counts how often it is asked.
private struct FewNew: Rule {
  static let metadata = RuleMetadata(
    id: "few-new", section: .everyDocument, severity: .error, origin: .advice, summary: "Few.", rationale: "Few.",
    remedy: "Few.", source: nil, examples: [])

  let questions = Counter()

  func check(_ context: LintContext) -> [Finding] {
    questions.value.add(1, ordering: .relaxed)
    let nodes = context.root.subtree.filter { $0.string == "new" }
    return nodes.count > 3 ? [Finding("few", at: nodes[3])] : []
  }
}

@Suite struct FixerTests {
  private static let linter = Linter(RuleSet([OldWord(), NeverNew()]), schemas: [:])
  private static let fixer = Fixer(linter, applying: [.safe])

  private func lines(_ count: Int, where isHarmful: (Int) -> Bool) -> SourceText {
    SourceText(
      path: "x.yaml", text: (0..<count).map { isHarmful($0) ? "- never: old\n" : "- always: old\n" }.joined())
  }

  private func offered(_ source: SourceText) -> Int {
    let diagnostics = Self.linter.lint(source).diagnostics
    return Self.fixer.withoutHarmfulFixes(diagnostics, in: source, .init()).count { $0.fixIt != nil }
  }

  @Test(arguments: [(1, 1), (1, 2), (10, 2), (100, 7), (100, 1), (300, 30)])
  func `a fix that does harm is neither made nor offered, and all others are`(count: Int, each: Int) {
    let source = lines(count) { $0 % each == 0 }
    let harmful = (count + each - 1) / each
    let outcome = Self.fixer.fix(source, .init())
    #expect(outcome.count == count - harmful)
    #expect(outcome.source.string(outcome.source.range).ranges(of: "never: old").count == harmful)
    #expect(offered(source) == count - harmful)
    #expect(offered(outcome.source) == 0)
  }

  @Test func `a fix after which its finding is still there is neither made nor offered`() {
    let linter = Linter(RuleSet([OldWord(), VainFix()]), schemas: [:])
    let fixer = Fixer(linter, applying: [.safe])
    let source = SourceText(path: "x.yaml", text: "- vain\n- old\n- vain\n")
    let outcome = fixer.fix(source, .init())
    #expect(outcome.source.string(outcome.source.range) == "- vain\n- new\n- vain\n")
    #expect(outcome.count == 1)
    let offered = fixer.withoutHarmfulFixes(linter.lint(source).diagnostics, in: source, .init())
    #expect(offered.map { $0.fixIt != nil } == [false, true, false])
  }

  @Test func `a safe fix is not offered for what only unsafe ones beside it make up for`() {
    let linter = Linter(RuleSet([OldWord(), NeverNew(), UnsafeNew()]), schemas: [:])
    let source = SourceText(path: "x.yaml", text: "- never: old\n- never: new\n- never: new\n")
    let fixer = Fixer(linter, applying: [.safe, .unsafe])
    let offered = fixer.withoutHarmfulFixes(linter.lint(source).diagnostics, in: source, .init())
    #expect(offered.compactMap(\.fixIt).map(\.safety) == [.unsafe, .unsafe])
  }

  @Test func `a fix that another finding follows to its place is made`() {
    let fixer = Fixer(Linter(RuleSet([NoItems()]), schemas: [:]), applying: [.safe])
    let outcome = fixer.fix(SourceText(path: "x.yaml", text: "# list\n- a\n- a\n- a\n"), .init())
    #expect(outcome.source.string(outcome.source.range) == "# list\n")
    #expect(outcome.count == 3)
  }

  @Test func `nothing is taken away where no fix does harm`() {
    let source = lines(50) { _ in false }
    let diagnostics = Self.linter.lint(source).diagnostics
    #expect(Self.fixer.withoutHarmfulFixes(diagnostics, in: source, .init()) == diagnostics)
  }

  @Test func `what only many fixes do together is charged to none, and soon known`() {
    let rule = FewNew()
    let linter = Linter(RuleSet([OldWord(), rule]), schemas: [:])
    let source = lines(300) { _ in false }
    let diagnostics = linter.lint(source).diagnostics
    #expect(Fixer(linter, applying: [.safe]).withoutHarmfulFixes(diagnostics, in: source, .init()) == diagnostics)
    #expect(rule.questions.value.load(ordering: .relaxed) <= 10)
    #expect(Fixer(linter, applying: [.safe]).fix(source, .init()).count == 3)
  }

  @Test func `errors that were on a line before bring no suspicion on its fixes`() {
    // Each line has an error, and one of them gets another.
    let source = SourceText(
      path: "x.yaml", text: (0..<300).map { "- {never: new, \($0 == 200 ? "never" : "always"): old}\n" }.joined())
    let rule = FewQuestions()
    let linter = Linter(RuleSet([OldWord(), NeverNew(), rule]), schemas: [:])
    let diagnostics = linter.lint(source).diagnostics
    let offered = Fixer(linter, applying: [.safe]).withoutHarmfulFixes(diagnostics, in: source, .init())
    #expect(offered.indices.filter { offered[$0] != diagnostics[$0] }.count == 1)
    #expect(rule.questions.value.load(ordering: .relaxed) <= 5)
  }

  @Test func `a thousand fixes that do harm do not take for ever`() {
    let source = lines(1000) { _ in true }
    let start = ContinuousClock.now
    #expect(Self.fixer.fix(source, .init()).count == 0)
    _ = offered(source)
    #expect(ContinuousClock.now - start < .seconds(120))
  }
}
