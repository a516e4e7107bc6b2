import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct MissingKeyTests {
  @Test func `names all that an object lacks at its key`() {
    expectLint(
      MissingKey(),
      in: """
        manifest: 1
        1️⃣app1️⃣:
          name: Car Services App
        oauth: { scopes: [base] }
        """, ["1️⃣": "required keys 'type' and 'callbackUrl' are missing"])
  }

  @Test func `marks a list item at its first key`() {
    expectLint(
      MissingKey(),
      in: """
        manifest: 1
        app: { name: A, type: private, callbackUrl: "https://a.de/c" }
        oauth: { scopes: [base] }
        extensions:
          linkActions:
            - 1️⃣name1️⃣: Send quote
              url: https://a.de/q
        """, ["1️⃣": "required key 'locations' is missing"])
  }

  @Test func `marks the root at its first character`() {
    expectLint(
      MissingKey(), in: "1️⃣a1️⃣pp: { name: A, type: private, callbackUrl: \"https://a.de/c\" }\n",
      ["1️⃣": "required keys 'manifest' and 'oauth' are missing"])
  }

  @Test(arguments: [("draft", Severity.warning), ("live", .error)])
  func `what a draft may lack is an error when live`(status: String, severity: Severity) {
    let text = """
      manifest: 1
      app: { name: A, type: private, status: \(status), callbackUrl: "https://a.de/c" }
      """
    let linter = Linter(RuleSet([MissingKey()]), schemas: TestSchemas.all)
    let diagnostics = linter.lint(SourceText(path: "a.pipedrive.yaml", text: text)).diagnostics
    #expect(diagnostics.map(\.severity) == [severity])
    #expect(diagnostics.map(\.pointer) == [""])
  }

  @Test func `a misspelt key is not also missing`() {
    expectLint(
      MissingKey(),
      in: """
        manifest: 1
        1️⃣app1️⃣: { nmae: A, type: private }
        oauth: { scopes: [base] }
        """, ["1️⃣": "required key 'callbackUrl' is missing"])
  }

  @Test func `one object with several uses of an anchor is reported at each use`() {
    let text = """
      manifest: 1
      app: { name: A, type: private, callbackUrl: "https://a.de/c" }
      oauth: { scopes: [base] }
      x-action: &action { name: Send quote, url: "https://a.de/q" }
      extensions:
        linkActions: [1️⃣*action1️⃣, 2️⃣*action2️⃣]
      """
    expectLint(
      MissingKey(), in: text,
      ["1️⃣": "required key 'locations' is missing", "2️⃣": "required key 'locations' is missing"])
  }

  @Test(arguments: [("external-link", "iframeUrl"), ("custom-ui", "url")])
  func `an address under the key of the other type of settings page is one finding`(type: String, key: String) {
    let text = """
      manifest: 1
      app: { name: A, type: private, callbackUrl: "https://a.de/c" }
      oauth: { scopes: [base] }
      extensions:
        settingsPage: { type: \(type), \(key): "https://a.de/s" }
      """
    let diagnostics = Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all)
      .lint(SourceText(path: "a.pipedrive.yaml", text: text)).diagnostics
    #expect(diagnostics.map(\.rule) == ["settings-page-fields"])
    let wanted = key == "url" ? "iframeUrl" : "url"
    #expect(diagnostics.map(\.message) == ["a settings page of type '\(type)' takes '\(wanted)', not '\(key)'"])
  }

  @Test func `another field of the other type does not hide the address that is missing`() {
    expectLint(
      MissingKey(), SettingsPageFields(),
      in: """
        manifest: 1
        app: { name: A, type: private, callbackUrl: "https://a.de/c" }
        oauth: { scopes: [base] }
        extensions:
          1️⃣settingsPage1️⃣: { type: external-link, 2️⃣jwtSecret2️⃣: "${S}" }
        """,
      [
        "1️⃣": "required key 'url' is missing",
        "2️⃣": "a settings page of type 'external-link' takes no 'jwtSecret'",
      ])
  }

  @Test func `of what a private app cannot have nothing is missing`() {
    expectLint(
      MissingKey(), PrivateAppListing(),
      in: """
        manifest: 1
        app: { name: A, type: private, status: live, callbackUrl: "https://www.carservicesapp.com/c" }
        oauth: { scopes: [base] }
        1️⃣listing1️⃣: { summary: A }
        2️⃣review2️⃣: { useCase: B }
        """,
      ["1️⃣": "a private app has no 'listing'", "2️⃣": "a private app has no 'review'"])
  }
}
