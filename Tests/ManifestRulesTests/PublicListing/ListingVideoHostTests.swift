import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ListingVideoHostTests {
  @Test func `flags other sites, fewer for the onboarding`() {
    expectLint(
      ListingVideoHost(),
      in: "listing: { videoUrl: 1️⃣https://vimeo.com/11️⃣ }\nonboarding: { video: { url: 2️⃣https://www.loom.com/12️⃣ } }\n",
      [
        "1️⃣": "the listing takes videos of YouTube only",
        "2️⃣": "the onboarding takes videos of YouTube, Vimeo, Vidyard and Wistia only",
      ])
  }

  @Test(arguments: [
    "https://www.youtube.com/watch?v=1", "https://youtu.be/1", "https://m.youtube.com/1", "https://YouTube.com/1",
    "https://${HOST}/1", "youtube.com/1", "", "${URL}",
  ])
  func `lets YouTube and what cannot be seen pass`(url: String) {
    expectLint(
      ListingVideoHost(), in: "listing: { videoUrl: \"\(url)\" }\nonboarding: { video: { url: \"\(url)\" } }\n")
  }

  @Test(arguments: [
    "https://player.vimeo.com/1", "https://share.vidyard.com/1", "https://acme.wistia.com/1",
    "https://fast.wistia.net/1",
  ])
  func `lets the onboarding's other sites pass`(url: String) {
    expectLint(ListingVideoHost(), in: "manifest: 1\nonboarding: { video: { url: \"\(url)\" } }\n")
  }

  @Test(arguments: ["https://notyoutube.com/1", "https://youtube.com.acme.com/1"])
  func `is not fooled by names that look alike`(url: String) {
    expectLint(
      ListingVideoHost(), in: "listing: { videoUrl: 1️⃣\(url)1️⃣ }\n", ["1️⃣": "the listing takes videos of YouTube only"])
  }
}
