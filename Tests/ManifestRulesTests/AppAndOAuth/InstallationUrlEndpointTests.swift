import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct InstallationUrlEndpointTests {
  private static let message =
    "users cannot grant access there; the page is 'https://oauth.pipedrive.com/oauth/authorize'"

  @Test(arguments: [
    "https://oauth.pipedrive.com", "https://oauth.pipedrive.com/oauth/token",
    "http://oauth.pipedrive.com/oauth/authorize",
    "https://OAuth.Pipedrive.com/oauth/authorize/", "https://oauth.pipedrive.com:8443/oauth/authorize",
  ])
  func `mends an address on the host that is not the page`(url: String) {
    expectLint(
      InstallationUrlEndpoint(), HttpsUrl(), in: "oauth: { installationUrl: \"1️⃣\(url)1️⃣?client_id=a&b\" }\n",
      ["1️⃣": Self.message],
      fixed: "oauth: { installationUrl: \"https://oauth.pipedrive.com/oauth/authorize?client_id=a&b\" }\n")
  }

  @Test(arguments: [
    "https://oauth.pipedrive.com/oauth/authorize", "https://OAUTH.pipedrive.com:443/oauth/%61uthorize?x",
    "https://acme.com/oauth/token", "https://oauth.pipedrive.com/${PATH}", "https://a@oauth.pipedrive.com/", "${URL}/x",
    "https://pipedrive.com/oauth/authorize", "oauth.pipedrive.com",
  ])
  func `lets the page and other hosts pass`(url: String) {
    expectLint(InstallationUrlEndpoint(), in: "oauth: { installationUrl: \"\(url)\" }\n")
  }

  @Test func `keeps a variable where it is`() {
    expectLint(
      InstallationUrlEndpoint(), in: "oauth:\n  installationUrl: 1️⃣${HOST:-https://oauth.pipedrive.com}/authorize1️⃣\n",
      ["1️⃣": Self.message], fixed: "oauth:\n  installationUrl: ${HOST:-https://oauth.pipedrive.com}/authorize\n")
  }
}
