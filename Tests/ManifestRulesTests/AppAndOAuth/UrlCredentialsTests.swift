import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct UrlCredentialsTests {
  @Test func `marks the user part and nothing else, and does not print it`() {
    expectLint(
      UrlCredentials(), HttpsUrl(), HttpsIframeUrl(),
      in: """
        app: { callbackUrl: "https://1️⃣me:s3cr3t1️⃣@www.acme.com/x@y" }
        extensions:
          linkActions: [{ url: "http://2️⃣${USER}:${PASSWORD}2️⃣@acme.com" }]
          customPanels: [{ iframeUrl: "HTTP://3️⃣me3️⃣@acme.com/" }]

        """,
      [
        "1️⃣": "the address holds a user name or password", "2️⃣": "the address holds a user name or password",
        "3️⃣": "the address holds a user name or password",
      ])
  }

  @Test(arguments: [
    "https://acme.com/@me", "https://acme.com/?to=a@b.c", "https://${HOST}/", "a:b@acme.com", "mailto:a@b.c",
  ])
  func `lets an address without one pass`(url: String) {
    expectLint(UrlCredentials(), in: "app: { callbackUrl: \"\(url)\" }\n")
  }
}
