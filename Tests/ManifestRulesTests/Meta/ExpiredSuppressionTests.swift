import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ExpiredSuppressionTests {
  private static let entry = TextRange(utf8Offsets: 10..<20)
  private static let rules = RuleSet([ExpiredSuppression(), UnusedSuppression(), NameLength(), SentenceCase()])

  private func lint(_ text: String, today: String, until: String) -> (LintResult, [Diagnostic]) {
    var options = Linter.Options()
    options.today = CalendarDay(today)
    options.ignoreEntries = [IgnoreEntry(rule: "name-length", until: CalendarDay(until), range: Self.entry)]
    let result = Linter(Self.rules, schemas: TestSchemas.all).lint(
      SourceText(path: "a.pipedrive.yaml", text: text), options)
    var review = IgnoreEntryReview()
    review.add(result.ignoreEntryUses)
    let problems = review.problems(Self.rules, today: options.today)
    return (result, Self.rules.diagnostics(for: problems, fixable: false))
  }

  private static let bad = "extensions: { linkActions: [{ name: Send the very long quotation by mail }] }\n"

  @Test(arguments: ["2026-12-30", "2026-12-31"])
  func `an entry counts up to and on its last day`(today: String) {
    let (result, remarks) = lint(Self.bad, today: today, until: "2026-12-31")
    #expect(result.diagnostics.isEmpty)
    #expect(result.suppressed.map(\.origin) == [.configuration])
    #expect(remarks.isEmpty)
  }

  @Test func `after its last day it suppresses nothing and is reported`() {
    let (result, remarks) = lint(Self.bad, today: "2027-01-01", until: "2026-12-31")
    #expect(result.diagnostics.map(\.rule) == ["name-length"])
    #expect(remarks.map(\.rule) == ["expired-suppression"])
    #expect(remarks[0].message == "this entry for 'name-length' expired: its last day was 2026-12-31")
    #expect(remarks[0].help == "mend what 'name-length' reports and remove the entry, or write a later day")
    #expect(remarks[0].range == Self.entry)
  }

  @Test func `what nobody needs any more is to be removed`() {
    let (_, remarks) = lint("extensions: {}\n", today: "2027-01-01", until: "2026-12-31")
    #expect(remarks.map(\.help) == ["remove the entry: 'name-length' reports nothing there any more"])
  }
}
