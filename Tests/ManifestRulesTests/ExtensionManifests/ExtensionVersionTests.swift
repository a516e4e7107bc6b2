import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ExtensionVersionTests {
  @Test func `adds a missing version before the first key, as keys stand there`() {
    expectLint(
      ExtensionVersion(),
      in: "1️⃣e1️⃣ndpoints:\r\n  postMessage: https://www.carservicesapp.com/:providerChannelId\r\n",
      ["1️⃣": "the version of the extension manifest is missing; it must be 'v202101'"],
      fixed: "version: v202101\r\nendpoints:\r\n  postMessage: https://www.carservicesapp.com/:providerChannelId\r\n")
    expectLint(
      ExtensionVersion(),
      in: #"1️⃣{1️⃣"clientId": "57da5c3c55a82bb4", "endpoints": { "postMeeting": "" } }"#, named: "video.json",
      ["1️⃣": "the version of the extension manifest is missing; it must be 'v202049'"],
      fixed: #"{"version": "v202049", "clientId": "57da5c3c55a82bb4", "endpoints": { "postMeeting": "" } }"#)
    expectLint(
      ExtensionVersion(),
      in: """
        manifest: 1
        extensions:
          1️⃣messaging1️⃣:
            # where messages are
            endpoints: { postMessage: https://www.carservicesapp.com/:providerChannelId }
          2️⃣videoCalling2️⃣: { endpoints: {} }
        """,
      [
        "1️⃣": "the version of the extension manifest is missing; it must be 'v202101'",
        "2️⃣": "the version of the extension manifest is missing; it must be 'v202049'",
      ],
      fixed: """
        manifest: 1
        extensions:
          messaging:
            # where messages are
            version: v202101
            endpoints: { postMessage: https://www.carservicesapp.com/:providerChannelId }
          videoCalling: { version: v202049, endpoints: {} }
        """)
  }

  @Test(arguments: [("v202049", "v202049"), ("v2", "v2"), ("V202101", "V202101"), ("\"\"", ""), ("1.0.0", "1.0.0")])
  func `flags and mends other versions`(written: String, text: String) {
    expectLint(
      ExtensionVersion(), InvalidValue(),
      in: "version: 1️⃣\(written)1️⃣\nendpoints: { postMessage: x }\n",
      ["1️⃣": "the version of a messaging manifest must be 'v202101', not '\(text)'"])
  }

  @Test func `leaves misspelt keys and wrong types to others`() {
    expectLint(
      ExtensionVersion(), UnknownKey(), WrongType(), EmptyValue(),
      in: "1️⃣verison1️⃣: v202101\nendpoints: { postMessage: x }\n",
      ["1️⃣": "unknown key 'verison'; the required key 'version' is missing"])
    expectLint(
      ExtensionVersion(), WrongType(), EmptyValue(), in: "version: 1️⃣2021011️⃣\nendpoints: { postMessage: x }\n",
      ["1️⃣": "'version' must be text, not a number"],
      fixed: "version: \"v202101\"\nendpoints: { postMessage: x }\n")
  }

  @Test(arguments: [
    "version: v202101\nendpoints: { postMessage: x }", "version: v202049\nendpoints: { postMeeting: x }",
    "version: ${VERSION}\nendpoints: { postMessage: x }",
  ])
  func `lets the versions that there are pass`(manifest: String) {
    expectLint(ExtensionVersion(), in: manifest)
  }
}
