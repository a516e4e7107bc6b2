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

/// Takes no `new` below a key `never`.
private struct NeverNew: Rule {
  static let metadata = RuleMetadata(
    id: "never-new", section: .everyDocument, severity: .error, origin: .advice, summary: "Never.",
    rationale: "Never.", remedy: "Never.", source: nil, examples: [])

  func check(_ context: LintContext) -> [Finding] {
    context.root.subtree.filter { $0.string == "new" && $0.key?.text == "never" }.map { Finding("never", at: $0) }
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
