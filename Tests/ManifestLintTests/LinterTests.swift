import ManifestLint
import ManifestTestSupport
import Testing

/// Flags every text that says `bad`, with a fix; says nothing else about the world.
private struct BadText: Rule {
  static let metadata = RuleMetadata(
    id: "bad-text", section: .everyDocument, severity: .warning, origin: .advice, fixes: [.safe], summary: "Bad.",
    rationale: "Bad.", remedy: "Bad.", source: nil, examples: [])

  func check(_ context: LintContext) -> [Finding] {
    context.root.subtree.filter { $0.hasContent("bad") && !$0.isKey }.map { node in
      Finding(
        "this is bad", at: node,
        fixIt: FixIt("write 'good'", safety: .safe, edits: [node.edit(replacingTextWith: "good")]))
    }
  }
}

@Suite struct LinterTests {
  private func lint(_ text: String, named path: String = "x.yaml", levels: [String: RuleSet.Level] = [:]) -> LintResult
  {
    Linter(RuleSet([BadText.self], levels: levels), schemas: [:]).lint(SourceText(path: path, text: text))
  }

  @Test func `a finding behind an alias is at the alias, with the value as a second place`() {
    let text = MarkedText("a: &x 1️⃣bad1️⃣\nb: 2️⃣*x2️⃣\n")
    let diagnostics = lint(text.text).diagnostics
    #expect(diagnostics.map(\.range) == [text.ranges["1️⃣"], text.ranges["2️⃣"]])
    #expect(diagnostics.map(\.pointer) == ["/a", "/b"])
    #expect(diagnostics[1].notes == [Note("what this alias stands for", at: text.ranges["1️⃣"]!)])
  }

  @Test func `text behind an anchor is mended once, and only if every use has the finding`() {
    let everywhere = lint("a: &x bad\nb: *x\n").diagnostics
    #expect(everywhere.map { $0.fixIt != nil } == [true, false])
  }

  @Test func `a large file with an alias gets its fixes in one pass`() {
    let text = "a: &x bad\nb: *x\nc:\n" + String(repeating: "  - bad\n", count: 20_000)
    #expect(lint(text).diagnostics.count { $0.fixIt != nil } == 20_001)
  }

  @Test func `a merged value is at the alias of its merge`() {
    let text = MarkedText("base: &x { k: 1️⃣bad1️⃣ }\nb:\n  <<: 2️⃣*x2️⃣\n  c: 1\n")
    let diagnostics = lint(text.text).diagnostics
    #expect(diagnostics.map(\.range) == [text.ranges["1️⃣"], text.ranges["2️⃣"]])
    #expect(diagnostics.map(\.pointer) == ["/base/k", "/b/k"])
  }

  @Test func `documents of a stream are told apart by their pointers`() {
    let result = lint("a: bad\n---\nb: bad\n")
    #expect(result.diagnostics.map(\.pointer) == ["#0/a", "#1/b"])
    #expect(result.kinds.count == 2)
  }

  @Test func `a configured level replaces the rule's, and off is off`() {
    #expect(lint("a: bad").diagnostics.map(\.severity) == [.warning])
    #expect(lint("a: bad", levels: ["bad-text": .at(.error)]).diagnostics.map(\.severity) == [.error])
    #expect(lint("a: bad", levels: ["bad-text": .off]).diagnostics.isEmpty)
  }

  @Test func `nothing is guessed from half a tree`() {
    #expect(lint("a: bad\nb: [\n").diagnostics.isEmpty)
  }

  @Test(arguments: [("x.json", "{\"a\": \"bad\"}"), ("X.JSON", "{\"a\": \"bad\"}"), ("x.yml", "{a: bad}")])
  func `the name says what a file is written in`(path: String, text: String) {
    #expect(lint(text, named: path).diagnostics.count == 1)
  }

  @Test func `a text in UTF-16 gets no fix`() {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in "a: bad".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let diagnostics = Linter(RuleSet([BadText()]), schemas: [:]).lint(SourceText(path: "x", bytes: bytes)).diagnostics
    #expect(diagnostics.count == 1)
    #expect(diagnostics[0].fixIt == nil)
  }
}
