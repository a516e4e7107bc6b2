@testable import ManifestReport
import ManifestTestSupport
import ManifestText
import Testing

@Suite struct LineFingerprintsTests {
  private func fingerprints(_ text: SourceText, hiding secrets: [TextRange] = []) -> [String?] {
    let redacted = text.redacted(secrets)
    let found = LineFingerprints(redacted, lines: Set(1...redacted.lines.count))
    return (1...redacted.lines.count).map { found.fingerprint(ofLine: $0) }
  }

  /// The values are those that GitHub's own action gives.
  @Test(arguments: [
    ("", ["c129715d7a2bc9a3:1"]),
    (
      " a\nb\n  \t\tc\n d",
      ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
    ),
    (
      " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
      [
        "8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1", "b86d3392aea1be30:1",
        "e6ceba753e1a442:1",
      ]
    ),
    (
      String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10),
      (1...6).map { "a7f2ff13bc495cf2:\($0)" } + [
        "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1",
      ]
    ),
  ])
  func `are those that GitHub computes`(text: String, expected: [String]) {
    #expect(fingerprints(SourceText(path: "a.yaml", text: text)) == expected)
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func `are the same for every line break`(lineBreak: String) {
    let text = " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n".replacing("\n", with: lineBreak)
    #expect(
      fingerprints(SourceText(path: "a.yaml", text: text)) == [
        "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1",
        "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
      ])
  }

  @Test func `are there for the lines that are asked for`() {
    let text = SourceText(path: "a.yaml", text: String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10))
    let found = LineFingerprints(text.redacted([]), lines: [2, 7])
    #expect((1...11).map { found.fingerprint(ofLine: $0) != nil }.indices { $0 }.ranges.map(\.lowerBound) == [1, 6])
    #expect(found.fingerprint(ofLine: 2) == "a7f2ff13bc495cf2:2")
    #expect(found.fingerprint(ofLine: 7) == "a7f2ff1481e87703:1")
  }

  @Test func `are there only where no secret is hashed`() {
    let line = String(repeating: "a", count: 49) + "\n"
    let marked = MarkedText("\(line)\(line)\(line)secret: 1️⃣hunter2zz1️⃣\n\(line)")
    let text = SourceText(path: "a.yaml", text: marked.text)
    let found = fingerprints(text, hiding: [marked.ranges["1️⃣"]!])
    // Line 3 reaches into the secret; line 2 ends just before.
    #expect(found.map { $0 != nil } == [true, true, false, false, true, true])
    #expect(found[0] == fingerprints(text)[0])
  }

  @Test func `are not computed where GitHub would read another text`() {
    #expect(fingerprints(SourceText(path: "a.yaml", bytes: [0xFF, 0xFE, 0x61, 0x00])) == [nil])
    #expect(fingerprints(SourceText(path: "a.yaml", bytes: [0x61, 0xC0, 0x61])) == [nil])
  }
}
