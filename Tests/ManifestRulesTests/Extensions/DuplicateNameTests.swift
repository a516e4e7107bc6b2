import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct DuplicateNameTests {
  @Test func `flags every name after the first, whatever the kinds are`() {
    expectLint(
      DuplicateName(),
      in: """
        extensions:
          linkActions: [{ name: Cars }, { name: 1️⃣Cars1️⃣ }, { name: "${NAME}" }]
          customPanels: [{ name: 2️⃣"C\\u0061rs"2️⃣ }, { name: cars }, { name: 3️⃣"${NAME}"3️⃣ }, { name: "${OTHER}" }]
          jsonPanels: [{ name: Visits, actions: [{ name: Cars }, { name: Cars }] }]

        """,
      [
        "1️⃣": "a link action is called 'Cars' too", "2️⃣": "a link action is called 'Cars' too",
        "3️⃣": "a link action is called '${NAME}' too",
      ])
  }

  @Test(arguments: [
    "[{}, {}]", "[{ name: '' }, { name: '' }]", "[{ name: ' ' }, { name: ' ' }]", "[{ name: 1 }, { name: 1 }]",
  ])
  func `says nothing of names that are none`(list: String) {
    expectLint(DuplicateName(), in: "extensions: { linkActions: \(list) }\n")
  }
}
