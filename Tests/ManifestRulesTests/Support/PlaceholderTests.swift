import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PlaceholderTests {
  @Test func `finds the first of several`() {
    #expect(Placeholder.first(in: "a TBD and [your name]") == Placeholder(text: "TBD", offsets: 2..<5))
    #expect(Placeholder.first(in: "ä [your name] TBD") == Placeholder(text: "[your name]", offsets: 3..<14))
    #expect(Placeholder.first(in: "") == nil)
  }
}
