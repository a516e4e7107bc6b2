import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ListingIconFileTests {
  private static let files = InMemoryFiles([
    "good.png": InMemoryFiles.png(256, 256), "large.jpg": InMemoryFiles.jpeg(1024, 1024),
    "small.png": InMemoryFiles.png(255, 255), "wide.png": InMemoryFiles.png(512, 256), "a.svg": Array("<svg/>".utf8),
  ])

  @Test(arguments: [
    ("small.png", "the icon is 255×255 pixels, which is too small"),
    ("wide.png", "the icon is 512×256 pixels, which is not square"),
    ("a.svg", "the icon is a SVG; PNG and JPEG are taken"),
  ])
  func `says what is wrong with an icon`(file: String, message: String) {
    expectLint(ListingIconFile(), in: "listing: { icon: 1️⃣\(file)1️⃣ }\n", ["1️⃣": message], files: Self.files)
  }

  @Test(arguments: ["good.png", "large.jpg", "missing.png", "[]"])
  func `lets a good icon pass`(file: String) {
    expectLint(ListingIconFile(), in: "listing: { icon: \(file) }\n", files: Self.files)
  }
}
