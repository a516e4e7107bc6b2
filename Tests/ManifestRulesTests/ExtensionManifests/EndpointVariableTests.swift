import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct EndpointVariableTests {
  private static func manifest(_ endpoint: String, _ address: String) -> String {
    "version: v202101\nendpoints: { \(endpoint): \(address) }\n"
  }

  @Test func `flags variables that are missing`() {
    expectLint(
      EndpointVariable(),
      in: """
        version: v202101
        endpoints:
          getConversations: 1️⃣https://www.carservicesapp.com/conversations1️⃣
          getConversationById: 2️⃣https://www.carservicesapp.com/conversations?channel=:providerChannelId2️⃣
          postMessage: 3️⃣https://www.carservicesapp.com/channel-:providerChannelId/messages3️⃣
        """,
      [
        "1️⃣": "the address of 'getConversations' lacks the variable ':providerChannelId'",
        "2️⃣":
          "the address of 'getConversationById' lacks the variables ':providerChannelId' and ':sourceConversationId'",
        "3️⃣": "the address of 'postMessage' lacks the variable ':providerChannelId'",
      ])
  }

  @Test func `flags variables that are unknown there, one finding for one slip`() {
    expectLint(
      EndpointVariable(),
      in: """
        version: v202101
        endpoints:
          getConversations: "https://www.carservicesapp.com/1️⃣:providerChanelId1️⃣/conversations"
          postMessage: https://www.carservicesapp.com/2️⃣:channel2️⃣/messages
          getTemplates: https://www.carservicesapp.com/:providerChannelId/3️⃣:templateId3️⃣/templates
          deleteChannelById: 5️⃣https://www.carservicesapp.com/4️⃣:a4️⃣/6️⃣:b6️⃣5️⃣
        """,
      [
        "1️⃣": "unknown variable ':providerChanelId' in 'getConversations'; ':providerChannelId' is missing",
        "2️⃣": "unknown variable ':channel' in 'postMessage'; ':providerChannelId' is missing",
        "3️⃣": "unknown variable ':templateId' in 'getTemplates'",
        "4️⃣": "unknown variable ':a' in 'deleteChannelById'", "6️⃣": "unknown variable ':b' in 'deleteChannelById'",
        "5️⃣": "the address of 'deleteChannelById' lacks the variable ':providerChannelId'",
      ])
  }

  @Test func `only warns where Pipedrive's pages differ`() {
    let text = Self.manifest(
      "getMessageById", "https://www.carservicesapp.com/:providerChannelId/messages/:sourceMessageId")
    let linter = Linter(RuleSet([EndpointVariable.self]), schemas: TestSchemas.all)
    let diagnostics = linter.lint(SourceText(path: "x.yaml", text: text)).diagnostics
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(
      diagnostics.map(\.message) == [
        "the address of 'getMessageById' lacks ':sourceConversationId', for which some of Pipedrive's pages ask"
      ])
    let less = Self.manifest("getMessageById", "https://www.carservicesapp.com/messages/:sourceMessageId")
    #expect(linter.lint(SourceText(path: "x.yaml", text: less)).diagnostics.map(\.severity) == [.error])
  }

  @Test(arguments: [
    ("getConversations", "https://www.carservicesapp.com:8080/:providerChannelId/items:search"),
    ("getConversations", "https://www.carservicesapp.com/:providerChannelId"),
    ("getConversations", "https://www.carservicesapp.com/:providerChannelId?limit=30#top"),
    ("getConversations", "www.carservicesapp.com/:providerChannelId/"),
    ("getConversations", "https://${HOST}/:providerChannelId"), ("getConversations", "https://${HOST}/x"),
    ("getConversations", "${BASE:-https://www.carservicesapp.com}/:providerChannelId"),
    ("getMessageById", "https://a.b/:providerChannelId/:sourceConversationId/:sourceMessageId"),
    ("getConversations", "https://www.carservicesapp.com/{providerChannelId}"), ("getConversations", ""),
    ("getConversations", "[]"), ("getNothing", "https://www.carservicesapp.com/:nothing"),
    ("getConversations", "https://www.carservicesapp.com/:providerChannelId/:/:1a"),
  ])
  func `lets whole segments pass, and what cannot be seen`(endpoint: String, address: String) {
    let quoted = address.hasPrefix("[") ? address : "\"\(address)\""
    expectLint(EndpointVariable(), in: Self.manifest(endpoint, quoted))
  }

  @Test func `marks the whole address where a variable of the manifest has been filled in`() {
    expectLint(
      EndpointVariable(),
      in: Self.manifest("getConversations", "1️⃣\"${BASE:-https://a.b/x}/:channel\"1️⃣"),
      ["1️⃣": "unknown variable ':channel' in 'getConversations'; ':providerChannelId' is missing"])
  }

  @Test(arguments: ExtensionManifest.Kind.allCases)
  func `the schemas ask for the same variables`(kind: ExtensionManifest.Kind) {
    for endpoint in kind.endpoints {
      for left in [nil] + endpoint.variables {
        let path = endpoint.knownVariables.filter { $0 != left }.map { "/:\($0)" }.joined()
        let text = "version: \(kind.version)\nendpoints: { \(endpoint.name): \"https://a.b/x\(path)\" }\n"
        let parsed = YAMLParser.parse(SourceText(path: "x.yaml", text: text)).documents[0].root
        let violations = TestSchemas.all[kind.documentKind]?.violations(of: parsed) ?? []
        #expect(
          violations.filter { $0.rule == "endpoint-variable" }.count == (left == nil ? 0 : 1),
          "\(endpoint.name) \(path)")
      }
    }
  }
}
