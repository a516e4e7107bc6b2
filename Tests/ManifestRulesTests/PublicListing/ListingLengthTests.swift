import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ListingLengthTests {
  private func text(_ count: Int) -> String { String(repeating: "a", count: count) }

  @Test func `flags every text past its limit, in UTF-16 code units`() {
    expectLint(
      ListingLength(),
      in: """
        listing:
          summary: 1️⃣\(text(151))1️⃣
          description: 2️⃣\(text(1499))🚗2️⃣
          instructions: 3️⃣|
            \(text(1500))3️⃣
        review: { useCase: 4️⃣\(text(351))4️⃣ }

        """,
      [
        "1️⃣": "short summary has 151 characters, at most 150 are allowed",
        "2️⃣": "full description has 1501 UTF-16 code units (1500 characters), at most 1500 are allowed",
        "3️⃣":
          "text of the instructions has 1501 characters, the line break at its end included, at most 1500 are allowed",
        "4️⃣": "use case has 351 characters, at most 350 are allowed",
      ])
  }

  @Test func `lets texts at their limits pass`() {
    expectLint(
      ListingLength(),
      in: """
        listing: { summary: \(text(150)), description: \(text(1500)), instructions: \(text(1500)) }
        review: { useCase: "\(text(340))${X}" }

        """)
  }
}
