import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct SettingsPageFieldsTests {
  @Test func `flags the fields of the other type`() {
    expectLint(
      SettingsPageFields(),
      in: """
        extensions:
          settingsPage:
            type: external-link
            url: https://a.de/s
            1️⃣iframeUrl1️⃣: https://a.de/s
            2️⃣jwtSecret2️⃣: ${S}
        """,
      [
        "1️⃣": "a settings page of type 'external-link' takes no 'iframeUrl'",
        "2️⃣": "a settings page of type 'external-link' takes no 'jwtSecret'",
      ])
  }

  @Test func `flags a link beside a custom page`() {
    expectLint(
      SettingsPageFields(),
      in: "extensions: { settingsPage: { type: custom-ui, iframeUrl: \"https://a.de\", 1️⃣url1️⃣: \"https://a.de\" } }",
      ["1️⃣": "a settings page of type 'custom-ui' takes no 'url'"])
  }

  @Test(arguments: ["type: other", "type: 1", "url: x", "[]"])
  func `says nothing while the type is not known`(page: String) {
    expectLint(SettingsPageFields(), in: "extensions:\n  settingsPage:\n    \(page)\n")
  }
}
