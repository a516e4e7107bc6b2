import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ModalBlockLimitTests {
  private static func lines(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "line\($0): { $ref: \"#/definitions/element-separator\" }\n" }.joined()
  }

  @Test func `marks the 11th block`() {
    expectLint(
      ModalBlockLimit(),
      in: ModalText.with(blocks: Self.lines(1...10) + "1️⃣last1️⃣: {}\nother: 3\n"),
      ["1️⃣": "the modal has 12 blocks, at most 10 are allowed"])
  }

  @Test func `lets 10 blocks and 2 buttons pass`() {
    expectLint(
      ModalBlockLimit(),
      in: ModalText.with(blocks: Self.lines(1...10), actions: "a: \(ModalText.save)\nb: \(ModalText.save)"))
  }
}
