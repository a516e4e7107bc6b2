import ManifestLint
import ManifestTestSupport
import Testing

/// Flags every text that begins with `bad`.
private struct BadText: Rule {
  static let metadata = RuleMetadata(
    id: "bad-text", section: .everyDocument, severity: .warning, origin: .advice, summary: "Bad.", rationale: "Bad.",
    remedy: "Bad.", source: nil, examples: [])

  func check(_ context: LintContext) -> [Finding] {
    context.root.subtree.filter { $0.string?.hasPrefix("bad") == true && !$0.isKey }.map { Finding("bad", at: $0) }
  }
}

/// Flags every word `worse` in a text, where it stands.
private struct WorseWord: Rule {
  static let metadata = RuleMetadata(
    id: "worse-word", section: .everyDocument, severity: .warning, origin: .advice, summary: "Bad.", rationale: "Bad.",
    remedy: "Bad.", source: nil, examples: [])

  func check(_ context: LintContext) -> [Finding] {
    context.root.subtree.compactMap { node in
      guard let range = node.string?.range(of: "worse") else { return nil }
      let text = node.text
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return Finding("worse", marking: .piece(node.sourceRange(ofContent: start..<start + 5), of: node))
    }
  }
}

extension String {
  fileprivate func range(of word: String) -> Range<Index>? { ranges(of: word).first }
}

@Suite struct SuppressionTests {
  private static let rules = RuleSet([BadText(), WorseWord()])

  private func lint(
    _ text: String, named path: String = "x.yaml", _ change: (inout Linter.Options) -> Void = { _ in }
  ) -> LintResult {
    var options = Linter.Options()
    change(&options)
    return Linter(Self.rules, schemas: [:]).lint(SourceText(path: path, text: text), options)
  }

  private func shown(_ result: LintResult) -> [String] { result.diagnostics.map { "\($0.rule) \($0.pointer ?? "")" } }

  // MARK: Comments

  @Test(arguments: [
    "a: bad # manifestlint-disable-line bad-text\n",
    "a: bad #manifestlint-disable-line bad-text\n",
    "a: bad # manifestlint-disable-line worse-word, bad-text -- a reason\n",
    "a: bad # manifestlint-disable-line worse-word bad-text --a reason\n",
    "a: bad # manifestlint-disable-line worse-word,bad-text\n",
    "a: bad # other words # manifestlint-disable-line bad-text # and more\n",
    "# manifestlint-disable-next-line bad-text\na: bad\n",
    "# manifestlint-disable-next-line bad-text\r\na: bad\r\n",
    "\u{FEFF}# manifestlint-disable-next-line bad-text\na: bad\n",
    "# manifestlint-disable-next-line bad-text\n\n# words\n  # manifestlint-disable-next-line worse-word\na: bad\n",
    "# manifestlint-disable bad-text\na: bad\n",
    "# manifestlint-disable bad-text\na: bad\n# manifestlint-enable bad-text\n",
    "# manifestlint-disable bad-text\na: bad\n# manifestlint-enable\n",
    "# manifestlint-disable bad-text\n# manifestlint-enable worse-word\na: bad\n",
    "a: bad\n# manifestlint-disable-file bad-text\n",
    "a: # manifestlint-disable-next-line bad-text\n  bad\n",
    "a: { b: 1, # manifestlint-disable-next-line bad-text\n  c: bad }\n",
    "a: [ # manifestlint-disable-next-line bad-text\n  bad ]\n",
    "- 1\n# manifestlint-disable-next-line bad-text\n- bad\n",
    "---\nx: 1\n---\n# manifestlint-disable-next-line bad-text\na: bad\n",
  ])
  func `a comment suppresses its rule at its place`(text: String) {
    let result = lint(text)
    #expect(result.diagnostics.isEmpty)
    #expect(result.suppressed.map(\.origin) == [.comment])
  }

  @Test(arguments: [
    // Another line, another rule, before and behind a region.
    "a: 1 # manifestlint-disable-line bad-text\nb: bad\n",
    "a: bad # manifestlint-disable-line worse-word\n",
    "# manifestlint-disable-next-line bad-text\na: 1\nb: bad\n",
    "a: bad # manifestlint-disable bad-text\n",
    "# manifestlint-disable bad-text\n# manifestlint-enable bad-text\na: bad\n",
    "# manifestlint-disable bad-text\n# manifestlint-enable\na: bad\n",
    "a: bad # manifestlint-disable-next-line bad-text\n",
    "a: bad\n# manifestlint-disable-next-line bad-text\n",
    "# manifestlint-disable-line bad-text\na: bad\n",
    // No rule, a misspelt directive, a directive in what is no comment of its own.
    "a: bad # manifestlint-disable-line\n",
    "# manifestlint-disable-file\na: bad\n",
    "# manifestlint-disble-file bad-text\na: bad\n",
    "# x: y # manifestlint-disable-file bad-text\na: bad\n",
    "a: bad # MANIFESTLINT-DISABLE-LINE bad-text\n",
    // A `#` that is no comment.
    "a: bad#manifestlint-disable-line bad-text\n",
    "a: 'bad # manifestlint-disable-line bad-text'\n",
    "a: \"bad # manifestlint-disable-line bad-text\"\n",
    "'# manifestlint-disable-file bad-text': bad\n",
    "a: |\n  bad\n  # manifestlint-disable-file bad-text\n",
    "a: >-\n  bad\n\n  # manifestlint-disable-file bad-text\n",
    "a: bad\n\n  more#manifestlint-disable-file bad-text\n",
    "# manifestlint-disable-next-line bad-text\nb: |\n  # manifestlint-disable-next-line bad-text\na: bad\n",
    "a: [bad, '# manifestlint-disable-line bad-text']\n",
  ])
  func `nothing else is suppressed`(text: String) {
    #expect(lint(text).diagnostics.map(\.rule) == ["bad-text"])
  }

  @Test func `JSON has no comments`() {
    let text = "{\"a\": \"bad\", \"b\": \"# manifestlint-disable-file bad-text\"}"
    #expect(lint(text, named: "x.json").diagnostics.count == 1)
  }

  @Test(arguments: [
    "# manifestlint-disable-next-line worse-word\na: \"x\n  worse\"\nb: worse\n",
    "a: \"x\n  worse\" # manifestlint-disable-line worse-word\nb: worse\n",
    "a: | # manifestlint-disable-line worse-word\n  x\n  worse\nb: worse\n",
    "# manifestlint-disable-next-line worse-word\na: >\n  x\n\n  worse\nb: worse\n",
    "# manifestlint-disable-next-line worse-word\na: x\n  worse\nb: worse\n",
    "# manifestlint-disable-next-line worse-word\na: [\"x\n  y\", 'z\n  worse']\nb: worse\n",
  ])
  func `a text over several lines is one line, since no comment can stand in it`(text: String) {
    #expect(shown(lint(text)) == ["worse-word /b"])
  }

  @Test func `reasons come along, and the narrowest comment is the one that suppresses`() {
    let text = """
      # manifestlint-disable-file bad-text -- file
      a: bad
      # manifestlint-disable bad-text -- region
      b: bad
      c: bad # manifestlint-disable-line bad-text -- line -- and more
      # manifestlint-enable bad-text
      d: bad

      """
    #expect(lint(text).suppressed.map(\.reason) == ["file", "region", "line -- and more", "file"])
  }

  @Test func `a region may begin and end again, for each rule by itself`() {
    let text = """
      # manifestlint-disable bad-text worse-word
      a: bad
      # manifestlint-enable bad-text
      b: bad worse
      # manifestlint-disable bad-text
      c: bad worse
      # manifestlint-enable bad-text, worse-word
      d: bad worse

      """
    #expect(shown(lint(text)) == ["bad-text /b", "bad-text /d", "worse-word /d"])
  }

  @Test func `many comments and findings take one pass`() {
    var text = ""
    for index in 0..<20_000 { text += "# manifestlint-disable-next-line bad-text\n\nk\(index): bad\n" }
    #expect(lint(text).suppressed.count == 20_000)
    let stack = String(repeating: "# manifestlint-disable-next-line bad-text\n", count: 50_000) + "a: bad\n"
    #expect(lint(stack).suppressed.count == 1)
    let blank = "# manifestlint-disable-next-line bad-text" + String(repeating: "\n", count: 100_000) + "a: bad\n"
    #expect(lint(String(repeating: "# x\n", count: 50_000) + blank).suppressed.count == 1)
  }

  // MARK: Entries of the configuration

  private func entries(_ pointers: String?..., rule: String = "bad-text") -> [IgnoreEntry] {
    pointers.enumerated().map { index, pointer in
      IgnoreEntry(rule: rule, pointer: pointer, reason: "why", range: TextRange(utf8Offsets: index..<index + 1))
    }
  }

  private static let list =
    "{\"l\": [{\"name\": \"a/b\", \"t\": \"bad\"}, {\"name\": \"c]\", \"t\": \"bad\"}, {\"t\": \"bad\"}]}"

  @Test(arguments: [
    ("/l/0/t", "/l/0/t"), ("/l/[a~1b]/t", "/l/0/t"), ("/l/[c]]/t", "/l/1/t"), ("/l/1/t", "/l/1/t"),
    ("/l/2/t", "/l/2/t"), ("#0/l/2/t", "/l/2/t"),
  ])
  func `an entry silences its rule at its pointer`(pointer: String, silenced: String) {
    let result = lint(Self.list, named: "x.json") { $0.ignoreEntries = entries(pointer) }
    #expect(result.suppressed.map(\.diagnostic.pointer) == [silenced])
    #expect(result.suppressed.map(\.origin) == [.configuration])
    #expect(result.suppressed.map(\.reason) == ["why"])
    #expect(result.diagnostics.count == 2)
    #expect(result.ignoreEntryUses.map(\.outcome) == [.needed])
  }

  @Test(arguments: [
    "/l/[a]/t", "/l/[a~1b]", "/l", "", "l/0/t", "/l/00/t", "/l/[0]/t", "#1/l/0/t", "/l/~2/t", "#/l/0/t",
  ])
  func `an entry elsewhere silences nothing`(pointer: String) {
    let result = lint(Self.list, named: "x.json") { $0.ignoreEntries = entries(pointer) }
    #expect(result.diagnostics.count == 3)
    #expect(result.ignoreEntryUses.map(\.outcome) == [.unneeded])
  }

  @Test func `an entry without a pointer silences its rule in the file, another one in its place first`() {
    let result = lint(Self.list, named: "x.json") { $0.ignoreEntries = entries(nil, "/l/0/t", "/l/0/t", "/l/9") }
    #expect(result.diagnostics.isEmpty)
    #expect(result.ignoreEntryUses.map(\.outcome) == [.needed, .needed, .unneeded, .unneeded])
    let others = lint(Self.list, named: "x.json") { $0.ignoreEntries = entries(nil, rule: "worse-word") }
    #expect(others.diagnostics.count == 3)
  }

  @Test func `the documents of a stream are told apart`() {
    let text = "a: bad\n---\na: bad\n"
    #expect(shown(lint(text) { $0.ignoreEntries = entries("#1/a") }) == ["bad-text #0/a"])
    #expect(shown(lint(text) { $0.ignoreEntries = entries("/a") }).isEmpty)
  }

  @Test func `a comment is asked before an entry, and nobody knows of an entry whose rule is off`() {
    let commented = lint("a: bad # manifestlint-disable-line bad-text\n") { $0.ignoreEntries = entries("/a") }
    #expect(commented.ignoreEntryUses.map(\.outcome) == [.unneeded])
    let off = Linter(RuleSet([BadText.self], levels: ["bad-text": .off]), schemas: [:])
    var options = Linter.Options()
    options.ignoreEntries = entries("/a")
    #expect(off.lint(SourceText(path: "x", text: "a: bad"), options).ignoreEntryUses.map(\.outcome) == [.unknown])
    #expect(lint("a: [") { $0.ignoreEntries = entries("/a") }.ignoreEntryUses.map(\.outcome) == [.unknown])
  }

  @Test func `thousands of entries take one pass`() {
    let text = "l:\n" + (0..<5_000).map { "  - { name: n\($0), t: bad }\n" }.joined()
    let result = lint(text) { options in
      options.ignoreEntries = (0..<5_000).map {
        IgnoreEntry(rule: "bad-text", pointer: "/l/[n\($0)]/t", range: TextRange(utf8Offsets: $0..<$0 + 1))
      }
    }
    #expect(result.diagnostics.isEmpty)
    #expect(result.ignoreEntryUses.allSatisfy { $0.outcome == .needed })
  }

  // MARK: A baseline

  @Test func `a baseline knows findings by rule and place, and no more than it counted`() {
    let text = "l: [{ name: n, t: bad }, { name: n, t: bad }, { name: m, t: bad worse }]\n"
    let found = lint(text) { $0.knownFindings = .all }
    #expect(found.diagnostics.isEmpty)
    #expect(
      found.baselineCounts == [
        BaselineKey(rule: "bad-text", pointer: "/l/[n]/t"): 2, BaselineKey(rule: "bad-text", pointer: "/l/[m]/t"): 1,
        BaselineKey(rule: "worse-word", pointer: "/l/[m]/t"): 1,
      ])
    let known = lint(text) { $0.knownFindings = .counted([BaselineKey(rule: "bad-text", pointer: "/l/[n]/t"): 1]) }
    #expect(shown(known) == ["bad-text /l/1/t", "bad-text /l/2/t", "worse-word /l/2/t"])
    #expect(known.suppressed.map(\.origin) == [.baseline])
  }

  @Test func `names are told apart by their bytes`() {
    let text = "l: [{ name: \"\u{E9}\", t: bad }]\n"
    let other = BaselineKey(rule: "bad-text", pointer: "/l/[e\u{301}]/t")
    #expect(lint(text) { $0.knownFindings = .counted([other: 1]) }.diagnostics.count == 1)
    #expect(lint(text) { $0.ignoreEntries = entries("/l/[e\u{301}]/t") }.diagnostics.count == 1)
  }
}
