import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct MissingScopeTests {
  @Test func `flags each feature without its scope, and adds it when asked`() {
    expectLint(
      MissingScope(),
      in: """
        oauth:
          scopes:
            - base   # always
        extensions:
          1️⃣messaging1️⃣: manifests/messaging.json
          2️⃣videoCalling2️⃣: { version: v202049 }
          floatingWindow: { entryPoints: [top-bar, 3️⃣phone-and-calls3️⃣] }

        """,
      [
        "1️⃣": "a messaging extension needs the access scope 'messengers-integration'",
        "2️⃣": "a video calling extension needs the access scope 'video-calls'",
        "3️⃣": "a floating window that opens from phone numbers and calls needs the access scope 'phone-integration'",
      ],
      unsafelyFixed: """
        oauth:
          scopes:
            - base   # always
            - messengers-integration
            - video-calls
            - phone-integration
        extensions:
          messaging: manifests/messaging.json
          videoCalling: { version: v202049 }
          floatingWindow: { entryPoints: [top-bar, phone-and-calls] }

        """)
  }

  @Test(arguments: [
    ("\"scopes\": []", "\"scopes\": [\"messengers-integration\"]"),
    ("\"scopes\": [\"base\"]", "\"scopes\": [\"base\", \"messengers-integration\"]"),
    (
      "\"scopes\": [\n  \"base\",\n  \"admin\"\n]",
      "\"scopes\": [\n  \"base\",\n  \"admin\",\n  \"messengers-integration\"\n]"
    ),
  ])
  func `adds to lists of any layout`(bad: String, fixed: String) {
    func text(_ scopes: String) -> String {
      "{ \"extensions\": { 1️⃣\"messaging\"1️⃣: \"m.json\" }, \"oauth\": { \(scopes) } }"
    }
    expectLint(
      MissingScope(), in: text(bad), named: "x.pipedrive.json",
      ["1️⃣": "a messaging extension needs the access scope 'messengers-integration'"],
      unsafelyFixed: text(fixed).replacing("1️⃣", with: ""))
  }

  @Test(arguments: [
    "oauth: { scopes: [messengers-integration] }", "oauth: { scopes: [messenger-integration] }",
    "oauth: { scopes: [\"${SCOPE}\"] }", "oauth: {}", "oauth: { scopes: base }", "app: {}",
  ])
  func `says nothing where the scope is there, hidden, or something else is wrong`(oauth: String) {
    expectLint(MissingScope(), in: "extensions: { messaging: m.json }\n\(oauth)\n")
  }

  @Test(arguments: ["messaging:", "messaging: ''", "floatingWindow: { entryPoints: [top-bar] }", "linkActions: []"])
  func `says nothing without the feature`(feature: String) {
    expectLint(MissingScope(), in: "oauth: { scopes: [base] }\nextensions:\n  \(feature)\n")
  }

  @Test func `the phone is a warning`() {
    let text =
      "oauth: { scopes: [base] }\nextensions: { messaging: m, floatingWindow: { entryPoints: [phone-and-calls] } }"
    let diagnostics = Linter(RuleSet([MissingScope()]), schemas: [:]).lint(SourceText(path: "x", text: text))
      .diagnostics
    #expect(diagnostics.map(\.severity) == [.error, .warning])
    #expect(diagnostics.allSatisfy { $0.notes.count == 1 })
  }
}
