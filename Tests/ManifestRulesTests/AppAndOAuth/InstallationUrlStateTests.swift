import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct InstallationUrlStateTests {
  private func text(_ query: String) -> String {
    "oauth:\n  installationUrl: 1️⃣https://oauth.pipedrive.com/oauth/authorize\(query)1️⃣\n"
  }

  @Test func `flags a missing, an empty and a fixed one`() {
    expectLint(InstallationUrlState(), in: text("?client_id=a"), ["1️⃣": "the authorization link has no 'state'"])
    expectLint(
      InstallationUrlState(), in: text("?a=b&2️⃣state=2️⃣&c").replacing("1️⃣", with: ""),
      ["2️⃣": "'state' is empty in the authorization link"])
    expectLint(
      InstallationUrlState(), in: text("?2️⃣state=xyz2️⃣&a").replacing("1️⃣", with: ""),
      ["2️⃣": "'state' is the same for every installation, which defeats its purpose"])
  }

  @Test(arguments: ["?state=${STATE}", "?state=${STATE:-abc}", "?state=a-${STATE}", "?${QUERY}", "/${REST}"])
  func `a variable is not a fixed one`(query: String) {
    expectLint(InstallationUrlState(), in: text(query).replacing("1️⃣", with: ""))
    expectLint(
      InstallationUrlState(), in: text("?state=${STATE}").replacing("1️⃣", with: ""),
      options: .init(variables: Variables(["STATE": "abc"])))
  }
}
