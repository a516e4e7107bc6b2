import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct WrongTypeTests {
  @Test func `says that an app has at most one floating window`() {
    expectLint(
      WrongType(), in: "manifest: 1\nextensions:\n  floatingWindow:\n    1️⃣- name: A1️⃣\n",
      ["1️⃣": "'floatingWindow' must be one object, not a list: an app has at most one floating window"])
  }

  @Test func `says that an app has one callback URL`() {
    expectLint(
      WrongType(), in: "manifest: 1\napp:\n  callbackUrl: 1️⃣[https://a.de]1️⃣\n",
      ["1️⃣": "'callbackUrl' must be text, not a list: one callback URL per app"])
  }

  @Test func `puts a number in quotes where text is wanted`() {
    expectLint(
      WrongType(), in: "manifest: 1\napp: { name: 1️⃣20261️⃣ }\n", ["1️⃣": "'name' must be text, not a number"],
      fixed: "manifest: 1\napp: { name: \"2026\" }\n")
  }

  @Test func `makes a list of one only when asked`() {
    expectLint(
      WrongType(), in: "manifest: 1\noauth:\n  scopes: 1️⃣base1️⃣\n", ["1️⃣": "'scopes' must be a list, not text"],
      fixed: "manifest: 1\noauth:\n  scopes: base\n", unsafelyFixed: "manifest: 1\noauth:\n  scopes: [base]\n")
  }

  @Test func `makes a list of several scopes or views that are written as one text`() {
    expectLint(
      WrongType(),
      in: "manifest: 1\noauth:\n  scopes: 1️⃣base, deals:read1️⃣\nlisting:\n  categories: 2️⃣Task management2️⃣\n",
      ["1️⃣": "'scopes' must be a list, not text", "2️⃣": "'categories' must be a list, not text"],
      unsafelyFixed:
        "manifest: 1\noauth:\n  scopes: [base, deals:read]\nlisting:\n  categories: [Task management]\n")
  }

  @Test func `says nothing of what lies inside a value of the wrong type`() {
    let source = SourceText(
      path: "a.pipedrive.yaml", text: "manifest: 1\napp: [ { nmae: 1 } ]\noauth: {scopes: [base]}")
    let diagnostics = Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all).lint(source).diagnostics
    #expect(diagnostics.map(\.rule) == ["wrong-type"])
  }

  @Test func `never quotes a secret`() {
    let source = SourceText(path: "a.pipedrive.yaml", text: "manifest: 1\noauth: { clientSecret: 123456789 }\n")
    let result = Linter(RuleSet([WrongType()]), schemas: TestSchemas.all).lint(source)
    #expect(result.diagnostics.count == 1)
    #expect(!"\(result.diagnostics)".contains("123456789"))
    #expect(!result.text.string(source.range).contains("123456789"))
  }
}
