import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct DuplicateKeyTests {
  @Test func `flags every repeat, with the first beside it`() {
    expectLint(
      DuplicateKey(),
      in: """
        app:
          name: Car Services App
          1️⃣name1️⃣: Car Services
          2️⃣"name"2️⃣: Cars
        """,
      [
        "1️⃣": "key 'name' stands twice in the same object",
        "2️⃣": "key 'name' stands twice in the same object",
      ])
  }

  @Test func `flags it in JSON, escapes undone`() {
    expectLint(
      DuplicateKey(), in: #"{ "app": {}, 1️⃣"\u0061pp"1️⃣: {} }"#, named: "x.json",
      ["1️⃣": "key 'app' stands twice in the same object"])
  }

  @Test func `a key that overrides a merged one is no repeat`() {
    expectLint(
      DuplicateKey(),
      in: """
        x-base: &base { name: A }
        app:
          <<: *base
          name: B
        """)
  }

  @Test func `names that look the same but are other code points differ`() {
    expectLint(DuplicateKey(), in: "x-\u{e9}: 1\nx-e\u{301}: 2\n")
  }

  @Test func `a repeated key is not also unknown`() {
    let source = SourceText(path: "a.pipedrive.yaml", text: "manifest: 1\nwat: 1\nwat: 2\n")
    let rules = Linter(RuleSet([DuplicateKey(), UnknownKey()]), schemas: TestSchemas.all).lint(source).diagnostics
    #expect(rules.map(\.rule) == ["unknown-key", "duplicate-key"])
  }

  @Test func `a second merge key is a repeat`() {
    expectLint(
      DuplicateKey(),
      in: """
        x-a: &a { name: A }
        x-b: &b { type: private }
        app:
          <<: *a
          1️⃣<<1️⃣: *b
        """, ["1️⃣": "key '<<' stands twice in the same object"])
  }
}
