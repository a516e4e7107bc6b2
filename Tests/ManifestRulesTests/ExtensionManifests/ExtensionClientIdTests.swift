import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ExtensionClientIdTests {
  private static func manifest(app: String, video: String) -> String {
    "manifest: 1\noauth: { \(app) }\nextensions:\n  videoCalling: { \(video) }\n"
  }

  @Test func `flags an id that is not the app's`() {
    expectLint(
      ExtensionClientId(),
      in: Self.manifest(app: "clientId: 57da5c3c55a82bb4", video: "clientId: 1️⃣5d80274eae050b581️⃣"),
      ["1️⃣": "the client ID '5d80274eae050b58' is not that of the app, '57da5c3c55a82bb4'"])
  }

  @Test func `flags one that is missing, unless it is misspelt`() {
    expectLint(
      ExtensionClientId(), MissingKey(), UnknownKey(),
      in: "1️⃣v1️⃣ersion: v202049\nendpoints: { postMeeting: x, deleteMeeting: x, patchUpdateMeeting: x }\n",
      ["1️⃣": "the client ID of the app is missing in the video calling manifest"])
    expectLint(
      ExtensionClientId(), MissingKey(), UnknownKey(),
      in: """
        version: v202049
        1️⃣clientID1️⃣: 57da5c3c55a82bb4
        endpoints: { postMeeting: x, deleteMeeting: x, patchUpdateMeeting: x }
        """, ["1️⃣": "unknown key 'clientID'; the required key 'clientId' is missing"])
  }

  @Test func `compares a file of its own with the manifest that refers to it`() {
    let app = YAMLParser.parse(SourceText(path: "a.yaml", text: "oauth: { clientId: 57da5c3c55a82bb4 }"))
    let options = Linter.Options(referrer: AppIdentity(AppManifest(app.documents[0].root), Variables()))
    let video = "version: v202049\nclientId: 1️⃣5d80274eae050b581️⃣\nendpoints: { postMeeting: x }\n"
    expectLint(
      ExtensionClientId(), in: video,
      ["1️⃣": "the client ID '5d80274eae050b58' is not that of the app, '57da5c3c55a82bb4'"], options: options)
    expectLint(ExtensionClientId(), in: video.replacing("1️⃣", with: ""))
  }

  @Test(arguments: [
    ("clientId: 57da5c3c55a82bb4", "clientId: 57da5c3c55a82bb4"), ("scopes: []", "clientId: 57da5c3c55a82bb4"),
    ("clientId: \"\"", "clientId: 57da5c3c55a82bb4"), ("clientId: \"${ID}\"", "clientId: 57da5c3c55a82bb4"),
    ("clientId: \"${ID}\"", "clientId: \"${ID}\""), ("clientId: 57da5c3c55a82bb4", "clientId: \"${ID}\""),
    ("clientId: 57da5c3c55a82bb4", "clientId: \"${ID:-57da5c3c55a82bb4}\""),
    ("clientId: 57da5c3c55a82bb4", "clientId: \"\""), ("clientId: 57da5c3c55a82bb4", "clientId: 12"),
    ("clientId: 57da5c3c55a82bb4", "clientId: "),
  ])
  func `says nothing of the same id, and of one that is not known`(app: String, video: String) {
    expectLint(ExtensionClientId(), in: Self.manifest(app: app, video: video))
  }

  @Test func `asks nothing of messaging`() {
    expectLint(ExtensionClientId(), in: "version: v202101\nendpoints: { postMessage: x }\n")
  }
}
