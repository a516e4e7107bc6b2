import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct UnknownScopeTests {
  @Test func `knows every scope, and mends what is near one`() {
    expectLint(
      UnknownScope(),
      in: """
        oauth:
          scopes:
            - base
            - 1️⃣deal:read1️⃣
            - 2️⃣Contacts:Full2️⃣
            - 3️⃣"See recent account activity"3️⃣
            - 4️⃣channels:full4️⃣
            - 5️⃣deals.*5️⃣
            - 6️⃣base deals:read6️⃣
            - ${SCOPE}
            - ""
            - 7️⃣${OTHER:-messenger-integration}7️⃣

        """,
      [
        "1️⃣": "unknown access scope 'deal:read'", "2️⃣": "unknown access scope 'Contacts:Full'",
        "3️⃣": "unknown access scope 'See recent account activity'", "4️⃣": "unknown access scope 'channels:full'",
        "5️⃣": "'deals.*' cannot be an access scope", "6️⃣": "'base deals:read' cannot be an access scope",
        "7️⃣": "unknown access scope 'messenger-integration'",
      ],
      fixed: """
        oauth:
          scopes:
            - base
            - deals:read
            - contacts:full
            - "recents:read"
            - channels:full
            - deals.*
            - base deals:read
            - ${SCOPE}
            - ""
            - ${OTHER:-messengers-integration}

        """)
  }

  @Test func `mends nothing that a variable brings in`() {
    let source = SourceText(path: "x.yaml", text: "oauth: { scopes: [\"${A:-base}\", \"${B}\"] }\n")
    let linter = Linter(RuleSet([UnknownScope()]), schemas: [:])
    let found = linter.lint(source, .init(variables: Variables(["A": "deal:read", "B": "deal:read"]))).diagnostics
    #expect(found.map(\.help) == Array(repeating: "did you mean 'deals:read'?", count: 2))
    #expect(found.allSatisfy { $0.fixIt == nil })
  }

  @Test(arguments: [
    ("DEALS:READ", "did you mean 'deals:read'?"), ("deals:write", "reading and writing is 'deals:full'"),
    ("persons:read", "persons and organizations are 'contacts:read' and 'contacts:full'"),
  ])
  func `says what is meant`(scope: String, help: String) {
    let source = SourceText(path: "x.yaml", text: "oauth: { scopes: [\"\(scope)\"] }\n")
    #expect(Linter(RuleSet([UnknownScope()]), schemas: [:]).lint(source).diagnostics.map(\.help) == [help])
  }

  @Test(arguments: Scope.allCases)
  func `lets a known scope pass`(scope: Scope) {
    expectLint(UnknownScope(), in: "oauth: { scopes: [\"\(scope.rawValue)\"] }\n")
  }

  @Test func `a new scope blocks nobody`() {
    let text = "oauth: { scopes: [\"subscriptions:read\", \"Subscriptions\", \"deal:read\"] }"
    let diagnostics = Linter(RuleSet([UnknownScope()]), schemas: [:]).lint(SourceText(path: "x", text: text))
      .diagnostics
    #expect(diagnostics.map(\.severity) == [.warning, .error, .error])
    #expect(diagnostics.map(\.help).last == "did you mean 'deals:read'?")
  }

  @Test func `takes newer scopes from the configuration and nothing else`() throws {
    var rule = UnknownScope()
    func node(_ text: String) -> Node { YAMLParser.parse(SourceText(path: "c", text: text)).documents[0].root }
    try rule.configure(node("known: [notes:read]"))
    expectLint(
      rule, in: "oauth: { scopes: [notes:read, 1️⃣note:read1️⃣] }\n", ["1️⃣": "unknown access scope 'note:read'"],
      fixed: "oauth: { scopes: [notes:read, notes:read] }\n")
    for text in ["known: notes:read", "known: [1]", "scopes: []"] {
      #expect(throws: ConfigurationError.self) { try rule.configure(node(text)) }
    }
  }
}
