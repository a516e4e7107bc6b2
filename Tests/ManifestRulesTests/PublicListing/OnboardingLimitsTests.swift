import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct OnboardingLimitsTests {
  private func text(_ count: Int) -> String { String(repeating: "a", count: count) }

  @Test func `flags texts past their limits`() {
    expectLint(
      OnboardingLimits(),
      in: """
        manifest: 1
        onboarding:
          blocks:
            - { title: 1️⃣\(text(71))1️⃣, description: 2️⃣\(text(201))2️⃣ }
            - { title: \(text(70)), description: \(text(200)) }
          video: { title: 3️⃣\(text(81))3️⃣, description: 4️⃣\(text(121))4️⃣ }

        """,
      [
        "1️⃣": "title of block 1 has 71 characters, at most 70 are allowed",
        "2️⃣": "description of block 1 has 201 characters, at most 200 are allowed",
        "3️⃣": "title of the video has 81 characters, at most 80 are allowed",
        "4️⃣": "description of the video has 121 characters, at most 120 are allowed",
      ])
  }

  @Test func `flags the fifth block`() {
    expectLint(
      OnboardingLimits(),
      in: "manifest: 1\nonboarding: { blocks: [{ title: A }, {}, {}, {}, { 1️⃣title1️⃣: E }, { title: F }] }\n",
      ["1️⃣": "6 onboarding blocks, at most 4 are allowed"])
  }

  @Test func `looks at the pictures of blocks`() {
    let files = InMemoryFiles([
      "good.png": InMemoryFiles.png(720, 400), "wide.jpg": InMemoryFiles.jpeg(1440, 800),
      "big.png": InMemoryFiles.png(720, 400) + Array(repeating: 0, count: 100 << 10),
    ])
    expectLint(
      OnboardingLimits(),
      in:
        "manifest: 1\nonboarding: { blocks: [{ image: good.png }, { image: 1️⃣wide.jpg1️⃣ }, { image: 2️⃣big.png2️⃣ }, { image: none.png }] }\n",
      ["1️⃣": "the picture of the block is 1440×800 pixels", "2️⃣": "the picture of the block is larger than 100 KB"],
      files: files)
  }
}
