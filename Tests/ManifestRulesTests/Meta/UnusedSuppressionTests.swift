import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct UnusedSuppressionTests {
  private static let help = "write 'manifestlint-disable-next-line' for the next line, or remove the comment"

  private func expect(
    _ marked: String, _ expected: [String: String], fixed: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectLint(
      UnusedSuppression(), NameLength(), SentenceCase(), Syntax(), in: marked, expected, fixed: fixed,
      sourceLocation: sourceLocation)
  }

  private static let nothing = "this comment suppresses nothing: 'name-length' reports nothing here"

  @Test func `a comment on a line of its own goes with its line`() {
    expect(
      """
      app:
        # the name

        1️⃣# manifestlint-disable-next-line name-length1️⃣ -- a reason
        name: x

      """,
      ["1️⃣": Self.nothing],
      fixed: """
        app:
          # the name

          name: x

        """)
  }

  @Test func `a comment behind a value goes with the blanks before it`() {
    expect(
      "app: { name: x }  1️⃣# manifestlint-disable-line name-length1️⃣\nb: 1\n", ["1️⃣": Self.nothing],
      fixed: "app: { name: x }\nb: 1\n")
  }

  @Test func `other words in the same comment stay`() {
    expect(
      "a: 1 # seen 1️⃣# manifestlint-disable-line name-length1️⃣\n", ["1️⃣": Self.nothing], fixed: "a: 1 # seen\n")
    expect(
      "a: 1 1️⃣# manifestlint-disable-line name-length1️⃣ # seen\n", ["1️⃣": Self.nothing], fixed: "a: 1 # seen\n")
  }

  @Test func `one rule of several goes alone`() {
    let name = "extensions: { linkActions: [{ name: Send The Long Quote }] }"
    for (list, left) in [
      ("1️⃣name-length1️⃣, sentence-case", "sentence-case"), ("sentence-case, 1️⃣name-length1️⃣", "sentence-case"),
      ("sentence-case 1️⃣name-length1️⃣ -- why", "sentence-case -- why"),
      ("sentence-case,1️⃣sentence-case1️⃣", "sentence-case"),
    ] {
      let rule = list.contains("name") ? "name-length" : "sentence-case"
      expect(
        "\(name) # manifestlint-disable-line \(list)\n",
        ["1️⃣": "this comment suppresses nothing: '\(rule)' reports nothing here"],
        fixed: "\(name) # manifestlint-disable-line \(left)\n")
    }
  }

  @Test func `a region goes with its end`() {
    expect(
      "a: 1\n1️⃣# manifestlint-disable name-length1️⃣\nb: 1\n# manifestlint-enable name-length\nc: 1\n",
      ["1️⃣": Self.nothing], fixed: "a: 1\nb: 1\nc: 1\n")
  }

  @Test func `the end of nothing`() {
    expect(
      "1️⃣# manifestlint-enable name-length1️⃣\na: 1\n",
      ["1️⃣": "this comment ends nothing: no 'manifestlint-disable' of 'name-length' is in force here"],
      fixed: "a: 1\n")
    expect(
      "1️⃣# manifestlint-enable1️⃣\na: 1\n",
      ["1️⃣": "this comment ends nothing: no 'manifestlint-disable' is in force here"], fixed: "a: 1\n")
  }

  @Test func `what names no rule suppresses nothing, and help names the rules`() {
    expect(
      """
      extensions:
        linkActions:
          - name: 2️⃣Send The Long Quote2️⃣ 1️⃣# manifestlint-disable-line1️⃣ -- a brand

      """,
      [
        "1️⃣": "'manifestlint-disable-line' names no rule and suppresses nothing",
        "2️⃣": "name is not in sentence case: 'The', 'Long' and 'Quote' have a capital",
      ])
    let source = SourceText(
      path: "a.pipedrive.yaml",
      text: "# manifestlint-disable-next-line\nextensions: { linkActions: [{ name: Send The Long Quote }] }\n")
    let result = Linter(RuleSet([UnusedSuppression(), SentenceCase()]), schemas: [:]).lint(source)
    #expect(result.diagnostics[0].help == "write 'manifestlint-disable-next-line sentence-case'")
  }

  @Test(
    arguments: [
      ("manifestlint-disble-line", "manifestlint-disable-line"),
      ("Manifestlint-Disable-Line", "manifestlint-disable-line"),
      ("manifestlint-disable-line:", "manifestlint-disable-line"), ("manifestlint:disable", "manifestlint-disable"),
      ("manifestlint disable-file", "manifestlint-disable-file"),
      ("manifest-lint-disable-line", "manifestlint-disable-line"),
      ("manifestlint-ignore", nil),
    ] as [(String, String?)])
  func `a misspelt directive is told what was meant`(written: String, meant: String?) throws {
    let source = SourceText(path: "a.pipedrive.yaml", text: "app: { name: x }  # \(written) name-length\n")
    let found = Linter(RuleSet([UnusedSuppression(), NameLength()]), schemas: [:]).lint(source).diagnostics
    let diagnostic = try #require(found.first)
    #expect(diagnostic.message == "'\(written)' is no comment that suppresses anything")
    #expect(
      diagnostic.help
        == meant.map { "did you mean '\($0)'?" } ?? """
          write one of manifestlint-disable-line, -disable-next-line, -disable, -enable or -disable-file
          """)
    #expect(diagnostic.fixIt == nil)
  }

  @Test(arguments: [
    "# manifestlint is run by a hook", "# see manifestlint-disable-line in the manual", "# manifestlint",
    "# manifestlint: all rules are on", "# my-manifestlint-disable-line x", "# \"manifestlint-disable-line x\"",
    "# - name: x   # manifestlint-disable-line name-length",
  ])
  func `words about the linter are no directive`(comment: String) {
    expect("\(comment)\na: 1\n", [:])
  }

  @Test func `what cannot be suppressed`() {
    expect(
      "# manifestlint-disable-file 1️⃣syntax1️⃣, 2️⃣unused-suppression2️⃣\na: 3️⃣@3️⃣x\n",
      [
        "1️⃣": "'syntax' cannot be suppressed: it says that a file could not be checked",
        "2️⃣": "'unused-suppression' cannot be suppressed: it is about suppressions",
        "3️⃣": "a value cannot begin with '@'",
      ])
    expect(
      "# manifestlint-disable-file 1️⃣syntax1️⃣\na: 1\n",
      ["1️⃣": "'syntax' cannot be suppressed: it says that a file could not be checked"], fixed: "a: 1\n")
  }

  @Test func `a rule that is not checked in this run is not unused`() {
    let source = SourceText(path: "a.pipedrive.yaml", text: "# manifestlint-disable-file name-length\napp: {}\n")
    for levels in [["name-length": RuleSet.Level.off], [:]] {
      let rules = RuleSet([UnusedSuppression.self, NameLength.self], levels: levels)
      let found = Linter(rules, schemas: [:]).lint(source).diagnostics
      #expect(found.count == (levels.isEmpty ? 1 : 0))
    }
  }

  @Test func `nothing is unused in a text that could not be read whole`() {
    let source = SourceText(path: "a.pipedrive.yaml", text: "# manifestlint-disable-file name-length\na: [\n")
    let found = Linter(RuleSet([UnusedSuppression(), NameLength()]), schemas: [:]).lint(source).diagnostics
    #expect(found.isEmpty)
  }

  @Test func `an alone standing comment for its own line is meant for the next`() {
    let source = SourceText(path: "a.pipedrive.yaml", text: "# manifestlint-disable-line name-length\na: 1\n")
    let found = Linter(RuleSet([UnusedSuppression(), NameLength()]), schemas: [:]).lint(source).diagnostics
    #expect(found.map(\.help) == [Self.help])
  }

  @Test func `an entry of the configuration`() {
    let rules = RuleSet([UnusedSuppression(), NameLength(), SentenceCase(), Syntax()])
    let entries = ["name-length", "sentence-case", "syntax"].enumerated().map { index, rule in
      IgnoreEntry(rule: rule, range: TextRange(utf8Offsets: index..<index + 1))
    }
    var review = IgnoreEntryReview()
    review.add([.init(entry: entries[0], outcome: .unneeded), .init(entry: entries[1], outcome: .unneeded)])
    review.add([.init(entry: entries[1], outcome: .needed), .init(entry: entries[2], outcome: .unknown)])
    let messages = rules.diagnostics(for: review.problems(rules, today: nil), fixable: false).map(\.message)
    #expect(
      messages == [
        "this entry suppresses nothing: 'name-length' reports nothing here",
        "'syntax' cannot be suppressed: it says that a file could not be checked",
      ])
  }
}
