import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct NameLengthTests {
  @Test func `flags what is past 30 UTF-16 code units`() {
    expectLint(
      NameLength(),
      in: """
        app: { name: An app's own name has no documented limit at all }
        extensions:
          customModals:
            - name: 1️⃣Pick a car from the list of cars1️⃣
            - name: 2️⃣"1234567890123456789012345678🚗🚗"2️⃣
          jsonPanels:
            - actions: [{ name: 3️⃣abcdefghijabcdefghijabcdefghijk3️⃣ }]
        """,
      [
        "1️⃣": "name has 32 characters, at most 30 are allowed",
        "2️⃣": "name has 32 UTF-16 code units (30 characters), at most 30 are allowed",
        "3️⃣": "name has 31 characters, at most 30 are allowed",
      ])
  }

  @Test(arguments: [
    "Send quote - Car Services", "+ Prod. details - Car Services", "Car PM – Car Services", "Car Services App",
    "123456789012345678901234567890",
  ])
  func `lets the names of Pipedrive's documentation pass`(name: String) {
    expectLint(NameLength(), in: "extensions:\n  linkActions:\n    - name: \"\(name)\"\n")
  }

  @Test func `labels the part past the limit`() {
    let source = SourceText(
      path: "x.yaml", text: "extensions:\n  linkActions:\n    - name: 'It''s 789012345678901234567890 past'\n")
    let diagnostics = Linter(RuleSet([NameLength()]), schemas: [:]).lint(source).diagnostics
    #expect(diagnostics.count == 1)
    #expect(diagnostics[0].notes.map { source.string($0.range) } == ["past"])
    #expect(diagnostics[0].pointer == "/extensions/linkActions/0/name")
  }

  @Test func `counts what it can see of a name with a variable`() {
    expectLint(
      NameLength(),
      in: """
        extensions:
          linkActions:
            - name: 1️⃣1234567890123456789012345678901 ${NAME}1️⃣
            - name: Send to ${NAME_THAT_IS_LONGER_THAN_THIRTY_CHARACTERS}
        """, ["1️⃣": "name has at least 32 characters, at most 30 are allowed"])
  }

  @Test func `marks the excess in a text with a dollar sign that is no variable`() {
    let text = "extensions:\n  linkActions:\n    - name: Pay $5 for \(String(repeating: "x", count: 25))\n"
    let diagnostics = Linter(RuleSet([NameLength()]), schemas: [:])
      .lint(SourceText(path: "a.pipedrive.yaml", text: text)).diagnostics
    #expect(diagnostics.first?.notes.map(\.message) == ["past the limit"])
  }
}
