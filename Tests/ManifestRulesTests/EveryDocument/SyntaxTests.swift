import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct SyntaxTests {
  @Test func `names what stands at the wrong place`() {
    let source = SourceText(path: "a.pipedrive.json", text: "{ \"app\": { 'name': 1 } }")
    let diagnostics = Linter(RuleSet([Syntax()]), schemas: [:]).lint(source).diagnostics
    #expect(diagnostics.map(\.rule) == ["syntax"])
    #expect(diagnostics[0].severity == .error)
    #expect(diagnostics[0].pointer == nil)
    #expect(source.string(diagnostics[0].range).hasPrefix("'"))
  }

  @Test func `mends an unquoted variable in a flow collection`() {
    expectLint(
      Syntax(), in: "oauth: { scopes: [base], clientId: 1️⃣${CLIENT_ID}1️⃣ }\n",
      ["1️⃣": "'${CLIENT_ID}' without quotes inside brackets"],
      fixed: "oauth: { scopes: [base], clientId: \"${CLIENT_ID}\" }\n")
  }

  @Test func `a broken document gets nothing but syntax and repeated keys`() {
    let source = SourceText(path: "a.pipedrive.yaml", text: "app:\n  nmae: x\n  nmae: y\nextensions: [\n")
    let rules = Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all).lint(source).diagnostics.map(\.rule)
    #expect(rules == ["duplicate-key", "syntax"] || rules == ["syntax"])
  }

  @Test func `a good text has none`() {
    expectLint(Syntax(), in: "app: { name: Car Services App }\n")
  }
}
