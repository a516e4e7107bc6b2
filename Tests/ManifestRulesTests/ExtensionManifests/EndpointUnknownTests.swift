import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct EndpointUnknownTests {
  @Test func `flags and mends unknown names`() {
    expectLint(
      EndpointUnknown(), UnknownKey(), EndpointMissing(),
      in: """
        version: v202101
        endpoints:
          1️⃣getconversations1️⃣: x
          getConversationById: x
          postMessage: x
          2️⃣getTemplate2️⃣: x
          3️⃣createMessage3️⃣: x
          4️⃣postMeeting4️⃣: x
        """,
      [
        "1️⃣": "unknown endpoint 'getconversations'; the required endpoint 'getConversations' is missing",
        "2️⃣": "unknown endpoint 'getTemplate'", "3️⃣": "unknown endpoint 'createMessage'",
        "4️⃣": "unknown endpoint 'postMeeting'",
      ],
      fixed: """
        version: v202101
        endpoints:
          getConversations: x
          getConversationById: x
          postMessage: x
          getTemplates: x
          createMessage: x
          postMeeting: x
        """)
  }

  @Test func `tells where the endpoint of the other kind belongs`() {
    let text = "version: v202101\nendpoints: { getConversations: x, postMeeting: x }\n"
    let diagnostics = Linter(RuleSet([EndpointUnknown.self]), schemas: TestSchemas.all)
      .lint(SourceText(path: "x.yaml", text: text)).diagnostics
    #expect(diagnostics.map(\.help) == ["move it to the video calling manifest, to which it belongs"])
  }

  @Test(arguments: ExtensionManifest.Kind.allCases)
  func `knows all endpoints`(kind: ExtensionManifest.Kind) {
    let endpoints = kind.endpoints.map { "  \($0.name): x\n" }.joined()
    expectLint(
      EndpointUnknown(), EndpointMissing(), UnknownKey(), in: "version: \(kind.version)\nendpoints:\n\(endpoints)")
  }
}
