import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct UnknownRuleTests {
  @Test func `a misspelt rule gets the one that was meant`() {
    expectLint(
      UnknownRule(), NameLength(),
      in: "app: { name: x }   # manifestlint-disable-line 1️⃣name-lenght1️⃣\n",
      ["1️⃣": "there is no rule 'name-lenght'"])
    let source = SourceText(path: "a.yaml", text: "app: x # manifestlint-disable-line name-lenght, all\n")
    let diagnostics = Linter(RuleSet([UnknownRule(), NameLength()]), schemas: [:]).lint(source).diagnostics
    #expect(diagnostics.map(\.help) == ["did you mean 'name-length'?", "'manifestlint rules' lists them"])
  }

  @Test func `words that are no rules are a reason without its mark`() {
    expectLint(
      UnknownRule(), NameLength(),
      in: "app: { name: x }   # manifestlint-disable-line name-length 1️⃣shipped so in 20241️⃣\n",
      ["1️⃣": "'shipped so in 2024' names no rules"])
  }

  @Test func `rules that are switched off are known`() {
    let rules = RuleSet(BuiltInRules.all, levels: ["name-length": .off])
    let source = SourceText(path: "a.pipedrive.yaml", text: "# manifestlint-disable-file name-length\n")
    let diagnostics = Linter(rules, schemas: [:]).lint(source).diagnostics
    #expect(diagnostics.allSatisfy { $0.rule == "unknown-document" })
  }

  @Test func `a broken text is told of it too, without a guess at what is unused`() {
    expectLint(
      UnknownRule(), UnusedSuppression(), NameLength(),
      in: "# manifestlint-disable-file name-length, 1️⃣nam-length1️⃣\na: [\n",
      ["1️⃣": "there is no rule 'nam-length'"])
  }

  @Test func `an entry of the configuration is told of it`() {
    let rules = RuleSet([UnknownRule(), NameLength()])
    var review = IgnoreEntryReview()
    let entry = IgnoreEntry(rule: "name-lenght", range: TextRange(utf8Offsets: 3..<9))
    review.add([IgnoreEntryUse(entry: entry, outcome: .unknown)])
    let diagnostics = rules.diagnostics(for: review.problems(rules, today: nil), fixable: false)
    #expect(diagnostics.map(\.message) == ["there is no rule 'name-lenght'"])
    #expect(diagnostics.map(\.range) == [entry.range])
  }
}
