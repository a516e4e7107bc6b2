import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct UnreadableFileTests {
  @Test func `says nothing about what could be read`() {
    expectLint(UnreadableFile(), in: "")
    expectLint(UnreadableFile(), in: "app: [")
  }
}
