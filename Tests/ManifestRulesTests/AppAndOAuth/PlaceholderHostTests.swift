import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PlaceholderHostTests {
  @Test func `flags hosts for examples and tunnels, as information or as an error`() {
    let text = """
      app: { callbackUrl: 1️⃣"https://example.com/cb"1️⃣ }
      extensions:
        linkActions: [{ url: 2️⃣"https://${ID}.ngrok-free.app/x"2️⃣ }]
      listing: { supportUrl: 3️⃣"https://acme.test"3️⃣, websiteUrl: "https://www.carservicesapp.com" }

      """
    expectLint(
      PlaceholderHost(), in: text,
      [
        "1️⃣": "'example.com' is a host for examples, which leads nowhere",
        "2️⃣": "the host is a tunnel to a developer's machine, or a place to try requests out",
        "3️⃣": "'acme.test' is a host for examples, which leads nowhere",
      ])
    let source = SourceText(path: "x.yaml", text: MarkedText(text).text)
    for (stage, severity) in [(Stage.draft, Severity.info), (.live, .error)] {
      let diagnostics = Linter(RuleSet([PlaceholderHost()]), schemas: [:]).lint(source, .init(stage: stage)).diagnostics
      #expect(diagnostics.map(\.severity) == [severity, severity, severity])
    }
  }

  @Test(arguments: [
    "https://www.carservicesapp.com", "https://example.carservicesapp.com", "https://testing.dev", "https://${HOST}",
  ])
  func `lets other hosts pass`(address: String) {
    expectLint(PlaceholderHost(), in: "app: { callbackUrl: \"\(address)\" }\n")
  }
}
