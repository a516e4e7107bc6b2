import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct EndpointMissingTests {
  @Test func `names all that is missing, once`() {
    expectLint(
      EndpointMissing(), MissingKey(), EndpointUnknown(),
      in: "version: v202101\n1️⃣endpoints1️⃣: { 2️⃣getConversation2️⃣: x, getTemplates: x }\n",
      [
        "1️⃣": "the required endpoints 'getConversationById' and 'postMessage' are missing",
        "2️⃣": "unknown endpoint 'getConversation'; the required endpoint 'getConversations' is missing",
      ])
    expectLint(
      EndpointMissing(),
      in: #"{ "version": "v202049", 1️⃣"endpoints"1️⃣: { "postMeeting": "x", "deleteMeeting": "x" } }"#,
      named: "video.json",
      ["1️⃣": "the required endpoint 'patchUpdateMeeting' is missing"])
  }

  @Test func `lets optional endpoints of messaging be absent`() {
    expectLint(
      EndpointMissing(), MissingKey(),
      in: "version: v202101\nendpoints: { getConversations: x, getConversationById: x, postMessage: x }\n")
  }

  @Test func `leaves absent and broken lists of endpoints to others`() {
    expectLint(
      EndpointMissing(), MissingKey(), WrongType(),
      in: "manifest: 1\nextensions:\n  1️⃣messaging1️⃣: { version: v202101 }\n  videoCalling: { endpoints: 2️⃣[]2️⃣ }\n",
      [
        "1️⃣": "required key 'endpoints' is missing", "2️⃣": "'endpoints' must be an object, not a list",
        "unmarked 1:1 'm'": "required keys 'app' and 'oauth' are missing",
        "unmarked 4:3 'videoCalling'": "required keys 'version' and 'clientId' are missing",
      ])
  }
}
