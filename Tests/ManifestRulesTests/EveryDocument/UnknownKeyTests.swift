import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct UnknownKeyTests {
  @Test func `says that the key it stands for is required, and mends it`() {
    expectLint(
      UnknownKey(), in: "manifest: 1\napp:\n  1️⃣nmae1️⃣: A\n",
      ["1️⃣": "unknown key 'nmae'; the required key 'name' is missing"], fixed: "manifest: 1\napp:\n  name: A\n")
  }

  @Test func `keeps the quotes when it renames`() {
    expectLint(
      UnknownKey(), in: "{ \"manifest\": 1, \"app\": { 1️⃣\"Status\"1️⃣: \"draft\" } }", named: "x.json",
      ["1️⃣": "unknown key 'Status'"],
      fixed: "{ \"manifest\": 1, \"app\": { \"status\": \"draft\" } }")
  }

  @Test func `knows where a key belongs`() {
    expectLint(
      UnknownKey(), in: "manifest: 1\n1️⃣callbackUrl1️⃣: https://a.de/c\napp: { 2️⃣scopes2️⃣: [base] }\n",
      [
        "1️⃣": "key 'callbackUrl' does not belong here; it belongs under 'app'",
        "2️⃣": "key 'scopes' does not belong here; it belongs under 'oauth'",
      ])
  }

  @Test func `lets own keys pass`() {
    expectLint(UnknownKey(), in: "manifest: 1\nx-team: cars\napp:\n  x-owner: { any: thing }\n")
  }

  @Test func `does not guess between two near keys`() {
    expectLint(
      UnknownKey(), in: "manifest: 1\nextensions:\n  1️⃣jsonPodals1️⃣: []\n", ["1️⃣": "unknown key 'jsonPodals'"],
      fixed: "manifest: 1\nextensions:\n  jsonModals: []\n")
  }

  @Test func `thousands of unknown keys take little time`() {
    let text = "manifest: 1\n" + (0..<5_000).map { "k\($0): 1\n" }.joined()
    let linter = Linter(RuleSet([UnknownKey(), MissingKey(), PanelAuthentication()]), schemas: TestSchemas.all)
    let start = ContinuousClock.now
    #expect(linter.lint(SourceText(path: "a.pipedrive.yaml", text: text)).diagnostics.count == 5_001)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test(arguments: [
    (
      "manifest: 1\nextensions:\n  jsonModals:\n    - schema: { type: object, blocks: {} }\n",
      "key 'blocks' does not belong here; it belongs under 'properties'", "move it to 'properties'"
    ),
    ("manifest: 1\noauth:\n  redirectUri: x\n", "unknown key 'redirectUri'", "give it as 'callbackUrl' under 'app'"),
  ])
  func `says where a key belongs that has another name or stands too high`(text: String, message: String, help: String)
  {
    let linter = Linter(RuleSet([UnknownKey()]), schemas: TestSchemas.all)
    let found = linter.lint(SourceText(path: "a.pipedrive.yaml", text: text)).diagnostics
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.help) == [help])
  }
}
