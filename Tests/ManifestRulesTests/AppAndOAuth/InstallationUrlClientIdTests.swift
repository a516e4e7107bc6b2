import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct InstallationUrlClientIdTests {
  private func url(_ query: String) -> String { "https://oauth.pipedrive.com/oauth/authorize\(query)" }

  @Test func `flags another client id, and points at the app's`() {
    let text = "oauth: { clientId: abc, installationUrl: \"\(url("?a=b&1️⃣client_id=abd1️⃣"))\" }\n"
    expectLint(InstallationUrlClientId(), in: text, ["1️⃣": "'client_id' is 'abd', and the app's client id is 'abc'"])
    let source = SourceText(path: "x", text: MarkedText(text).text)
    let diagnostics = Linter(RuleSet([InstallationUrlClientId()]), schemas: [:]).lint(source).diagnostics
    #expect(diagnostics[0].notes.map { source.string($0.range) } == ["abc"])
  }

  @Test(arguments: [("", ""), ("?state=x", ""), ("?", "")])
  func `flags a missing one`(query: String, _: String) {
    expectLint(
      InstallationUrlClientId(), in: "oauth: { clientId: abc, installationUrl: 1️⃣\"\(url(query))\"1️⃣ }\n",
      ["1️⃣": "the authorization link has no 'client_id'"])
  }

  @Test func `flags an empty one`() {
    expectLint(
      InstallationUrlClientId(), in: "oauth: { installationUrl: \"\(url("?1️⃣client_id=1️⃣&x"))\" }\n",
      ["1️⃣": "'client_id' is empty in the authorization link"])
  }

  @Test(arguments: [
    "?client_id=abc", "?client%5Fid=%61bc", "?client_id=${ID}", "?${QUERY}", "${QUERY}", "?x=1&client_id=abc#y",
  ])
  func `lets the right one and what cannot be seen pass`(query: String) {
    expectLint(InstallationUrlClientId(), in: "oauth: { clientId: abc, installationUrl: \"\(url(query))\" }\n")
  }

  @Test(arguments: ["{}", "{ clientId: 1 }", "{ clientId: \"\" }", "{ clientId: \"${ID}\" }"])
  func `compares only with a client id that is known`(oauth: String) {
    expectLint(
      InstallationUrlClientId(),
      in: "oauth:\n  <<: \(oauth)\n  installationUrl: \"\(url("?client_id=abc"))\"\n")
  }

  @Test func `says nothing of a page of the app's own`() {
    expectLint(InstallationUrlClientId(), in: "oauth: { clientId: abc, installationUrl: https://acme.com/install }\n")
  }
}
