import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct UnusedScopeTests {
  @Test func `flags the three scopes that are for one feature each`() {
    expectLint(
      UnusedScope(),
      in: """
        oauth: { scopes: [base, 1️⃣video-calls1️⃣, 2️⃣messengers-integration2️⃣, 3️⃣phone-integration3️⃣, deals:read] }
        extensions: { floatingWindow: { entryPoints: [top-bar] } }

        """,
      [
        "1️⃣": "access scope 'video-calls' is for a video calling extension, which the app does not have",
        "2️⃣": "access scope 'messengers-integration' is for a messaging extension, which the app does not have",
        "3️⃣":
          "access scope 'phone-integration' is for a floating window that opens from phone numbers and calls, which the app does not have",
      ])
  }

  @Test func `says nothing where the feature is there or may be meant`() {
    expectLint(
      UnusedScope(),
      in: """
        oauth: { scopes: [video-calls, messengers-integration, phone-integration] }
        extensions: { messaging: , videoCalling: v.json, floatingWindow: { entryPoints: ["${POINT}"] } }

        """)
  }
}
