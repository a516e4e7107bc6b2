import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct EndpointBracesTests {
  @Test func `flags braces and mends them where they are whole segments`() {
    expectLint(
      EndpointBraces(), EndpointVariable(), UrlAbsolute(), SchemaViolation(),
      in: """
        version: v202101
        endpoints:
          getConversations: 1️⃣https://www.carservicesapp.com/{providerChannelId}/conversations1️⃣
          getConversationById: 2️⃣"https://www.carservicesapp.com/{{providerChannelId}}/{sourceConversationId}"2️⃣
          postMessage: 3️⃣https://www.carservicesapp.com/channel-{providerChannelId}3️⃣
          getTemplates: 4️⃣https://{host}/:providerChannelId4️⃣
          getSenderById: 5️⃣"${BASE}/:providerChannelId/{senderId}"5️⃣
        """,
      [
        "1️⃣": "'{providerChannelId}' is no variable: Pipedrive's begin with a colon",
        "2️⃣": "'{{providerChannelId}}' and '{sourceConversationId}' are no variables: Pipedrive's begin with a colon",
        "3️⃣": "'{providerChannelId}' is no variable: Pipedrive's begin with a colon",
        "4️⃣": "'{host}' is no variable: Pipedrive's begin with a colon",
        "5️⃣": "'{senderId}' is no variable: Pipedrive's begin with a colon",
      ])
    expectLint(
      EndpointBraces(),
      in: """
        version: v202049
        endpoints:
          postMeeting: "1️⃣https://www.carservicesapp.com/{linkId}?x=11️⃣"
        """.replacing("\"1️⃣", with: "1️⃣\"").replacing("11️⃣\"", with: "1\"1️⃣"),
      ["1️⃣": "'{linkId}' is no variable: Pipedrive's begin with a colon"],
      fixed: """
        version: v202049
        endpoints:
          postMeeting: "https://www.carservicesapp.com/:linkId?x=1"
        """)
  }

  @Test(arguments: [
    "https://www.carservicesapp.com/:linkId", "https://${HOST}/:linkId", "https://www.carservicesapp.com/{}/:linkId",
    "https://www.carservicesapp.com/{/:linkId", "https://www.carservicesapp.com/}/:linkId", "{", "",
  ])
  func `says nothing of variables of the manifest and of stray braces`(address: String) {
    expectLint(EndpointBraces(), in: "version: v202049\nendpoints: { postMeeting: \"\(address)\" }\n")
  }
}
