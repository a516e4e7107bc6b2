import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ListingSummaryTests {
  private func text(_ summary: String, name: String = "Car Services App") -> String {
    "app: { name: \"\(name)\" }\nlisting: { summary: 1️⃣\"\(summary)\"1️⃣ }\n"
  }

  @Test(arguments: [
    ("Cars beside deals", "the short summary holds neither the app's name nor 'Pipedrive'"),
    ("Cars in Pipedrive", "the short summary does not hold the app's name"),
    ("Car Services App shows cars", "the short summary does not hold 'Pipedrive'"),
  ])
  func `says which name is missing`(summary: String, message: String) {
    expectLint(ListingSummary(), in: text(summary), ["1️⃣": message])
  }

  @Test(arguments: ["car services app for pipedrive", "${SUMMARY}", "", " "])
  func `lets both names pass, in whatever case`(summary: String) {
    expectLint(ListingSummary(), in: text(summary).replacing("1️⃣", with: ""))
  }

  @Test func `asks only for a name that is known`() {
    expectLint(ListingSummary(), in: text("Cars in Pipedrive", name: "${NAME}").replacing("1️⃣", with: ""))
  }
}
