import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct DescriptionLengthTests {
  private static let text = String(repeating: "1234567890", count: 15)

  @Test func `flags what is past 150`() {
    expectLint(
      DescriptionLength(), in: "extensions:\n  linkActions:\n    - description: 1️⃣\(Self.text)x1️⃣\n",
      ["1️⃣": "description has 151 characters, at most 150 are allowed"])
    expectLint(DescriptionLength(), in: "extensions:\n  linkActions:\n    - description: \(Self.text)\n")
  }

  @Test(arguments: [">", "|", ">2"])
  func `says that the final line break counts, and takes it away`(header: String) {
    let before = "extensions:\n  linkActions:\n    - description: "
    let indent = "        "
    expectLint(
      DescriptionLength(), in: before + "1️⃣\(header)\n\(indent)\(Self.text)1️⃣\n",
      [
        "1️⃣": "description has 151 characters, the line break at its end included, at most 150 are allowed"
      ], fixed: before + "\(header.prefix(1))-\(header.dropFirst())\n\(indent)\(Self.text)\n")
  }

  @Test func `does not promise a fix that would not be enough`() {
    let marked = "extensions:\n  floatingWindow:\n    description: 1️⃣>\n      \(Self.text)x1️⃣\n"
    expectLint(
      DescriptionLength(), in: marked,
      ["1️⃣": "description has 152 characters, the line break at its end included, at most 150 are allowed"],
      fixed: MarkedText(marked).text)
  }
}
