import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ListingImageCountTests {
  private func severities(_ images: String, _ stage: Stage) -> [Severity] {
    let source = SourceText(path: "x", text: "listing: { images: \(images) }")
    return Linter(RuleSet([ListingImageCount()]), schemas: [:]).lint(source, .init(stage: stage)).diagnostics
      .map(\.severity)
  }

  @Test func `flags none, too few and too many`() {
    expectLint(
      ListingImageCount(), in: "listing:\n  images: 1️⃣[]1️⃣\n",
      ["1️⃣": "the listing has no pictures; at least one is needed, and reviewers expect three"])
    expectLint(
      ListingImageCount(), in: "listing:\n  1️⃣images1️⃣: [a]\n",
      ["1️⃣": "the listing has one image; reviewers expect three at least"])
    expectLint(
      ListingImageCount(), in: "listing:\n  images: [a, b, c, d, e, 1️⃣f1️⃣, g]\n",
      ["1️⃣": "7 listing images, at most 5 are allowed"])
  }

  @Test func `is as bad as the stage makes it`() {
    #expect(severities("[]", .draft) == [.warning])
    #expect(severities("[]", .live) == [.error])
    #expect(severities("[a, b]", .live) == [.warning])
    #expect(severities("[a, b, c, d, e, f]", .draft) == [.error])
  }

  @Test(arguments: ["[a, b, c]", "[a, b, c, d, e]", "", "a", "{}"])
  func `says nothing of enough, and of what is no list`(images: String) {
    expectLint(ListingImageCount(), in: "listing: { images: \(images) }\n")
  }

  @Test func `a private app is asked for nothing`() {
    expectLint(ListingImageCount(), in: "app: { type: private }\nlisting: { images: [a] }\n")
  }
}
