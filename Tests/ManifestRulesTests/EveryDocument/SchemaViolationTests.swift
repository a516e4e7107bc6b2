import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct SchemaViolationTests {
  @Test func `names the keyword of what no rule has words for`() throws {
    let text = """
      { "properties": { "app": { "properties": { "names": { "uniqueItems": true, "maxItems": 1 } } } } }
      """
    let schema = try Schema(compiling: JSONParser.parse(SourceText(path: "s.json", text: text)).documents[0].root)
    let linter = Linter(RuleSet([SchemaViolation()]), schemas: [.appManifest: schema])
    let source = SourceText(path: "x.yaml", text: "app: { names: [a, a] }\n")
    let diagnostics = linter.lint(source).diagnostics
    #expect(diagnostics.count == 2)
    #expect(diagnostics.allSatisfy { $0.pointer?.hasPrefix("/app/names") == true })
    #expect(diagnostics.contains { $0.help?.contains("'uniqueItems'") == true })
  }

  @Test func `an email address that is none`() {
    expectLint(
      SchemaViolation(),
      in: """
        listing: { supportEmail: 1️⃣support.carservicesapp.com1️⃣ }
        review: { contactEmail: 2️⃣partners@2️⃣ }

        """,
      [
        "1️⃣": "'supportEmail' must be an email address, not 'support.carservicesapp.com'",
        "2️⃣": "'contactEmail' must be an email address, not 'partners@'",
      ])
  }

  @Test(arguments: ["support@carservicesapp.com", "büro@müller.de", "${MAIL}", "''", "' '", "[]"])
  func `lets an email address pass, and what is no text or none at all`(value: String) {
    expectLint(SchemaViolation(), in: "listing: { supportEmail: \(value) }\n")
  }

  @Test func `a keyword whose rule is not there is not passed over`() throws {
    let text = #"{ "maxProperties": 1, "x-rule": { "maxProperties": "no-such-rule" } }"#
    let schema = try Schema(compiling: JSONParser.parse(SourceText(path: "s.json", text: text)).documents[0].root)
    let linter = Linter(RuleSet([SchemaViolation()]), schemas: [.appManifest: schema])
    #expect(linter.lint(SourceText(path: "x.yaml", text: "{ app: {}, x-a: 1 }")).diagnostics.count == 1)
  }
}
