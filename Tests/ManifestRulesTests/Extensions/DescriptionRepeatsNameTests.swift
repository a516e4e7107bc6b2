import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct DescriptionRepeatsNameTests {
  @Test func `flags the same words, in whatever form`() {
    expectLint(
      DescriptionRepeatsName(),
      in: """
        extensions:
          linkActions:
            - { name: Send quote, description: 1️⃣Send quote1️⃣ }
            - { name: Send quote, description: 2️⃣" send  Quote. "2️⃣ }
            - { name: Send quote, description: Send quotes }
            - { name: "", description: "" }
            - { name: "+", description: "-" }
            - { name: Send quote }

        """,
      ["1️⃣": "the description says no more than the name", "2️⃣": "the description says no more than the name"])
  }

  @Test func `lets a description pass that says more`() {
    expectLint(
      DescriptionRepeatsName(),
      in: """
        extensions:
          floatingWindow: { name: Car calls, description: Car calls from the workshop }
          customPanels: [{ name: "${NAME}", description: Car overview }]

        """)
  }
}
