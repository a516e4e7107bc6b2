import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PanelAuthenticationTests {
  @Test func `flags a panel without either`() {
    expectLint(
      PanelAuthentication(), in: "extensions:\n  jsonPanels:\n    - 1️⃣name1️⃣: Visits\n      jwtSecret: ''\n",
      ["1️⃣": "JSON panel 'Visits' has neither 'httpAuth' nor 'jwtSecret'"])
  }

  @Test(arguments: ["jwtSecret: ${S}", "httpAuth: { username: a, password: \"${P}\" }", "httpAuth: { username: a }"])
  func `lets one of them pass; half a pair is a missing key`(authentication: String) {
    expectLint(PanelAuthentication(), in: "extensions:\n  jsonPanels:\n    - name: A\n      \(authentication)\n")
  }

  @Test func `half a pair is one finding`() {
    let text = """
      manifest: 1
      app: { name: A, type: private, callbackUrl: "https://a.de/c" }
      oauth: { scopes: [base] }
      extensions:
        jsonPanels:
          - name: Visits
            apiEndpoint: https://a.de/v
            httpAuth: { username: a }
            dataStructure: panels/visits.json
            locations: [deal-details]
      """
    let diagnostics = Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all)
      .lint(SourceText(path: "a.pipedrive.yaml", text: text)).diagnostics
    #expect(diagnostics.map(\.rule) == ["missing-key"])
  }

  @Test(arguments: ["jwtSecrt: ${A}", "httpauth: { username: a, password: \"${P}\" }"])
  func `a misspelt key is one finding`(authentication: String) {
    let text = "manifest: 1\nextensions:\n  jsonPanels:\n    - name: Visits\n      \(authentication)\n"
    let diagnostics = Linter(RuleSet([PanelAuthentication(), UnknownKey()]), schemas: TestSchemas.all)
      .lint(SourceText(path: "a.pipedrive.yaml", text: text)).diagnostics
    #expect(diagnostics.map(\.rule) == ["unknown-key"])
  }

  @Test(arguments: ["url: x", "name: ''", "name: ' '"])
  func `says that a panel has no name`(text: String) {
    let diagnostics = Linter(RuleSet([PanelAuthentication()]), schemas: [:])
      .lint(SourceText(path: "a.pipedrive.yaml", text: "extensions:\n  jsonPanels:\n    - \(text)\n")).diagnostics
    #expect(diagnostics.map(\.message) == ["a JSON panel without a name has neither 'httpAuth' nor 'jwtSecret'"])
  }
}
