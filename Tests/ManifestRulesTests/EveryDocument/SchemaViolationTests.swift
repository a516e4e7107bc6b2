import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct SchemaViolationTests {
  @Test func `names the keyword of what no rule has words for`() {
    expectLint(
      SchemaViolation(),
      in: """
        manifest: 1
        listing:
          categories: [Phone, 1️⃣Phone1️⃣]
        """, ["1️⃣": "items 0 and 1 are equal"])
  }
}
