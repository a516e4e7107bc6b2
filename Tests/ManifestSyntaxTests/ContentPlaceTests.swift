import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

@Suite struct ContentPlaceTests {
  /// Expects that a piece of the content of `a` stands at the place marked 1️⃣.
  @Test(
    arguments: [
      ("a: x 1️⃣yz1️⃣", "yz"), ("a: 'x 1️⃣yz1️⃣'", "yz"), ("a: 'x''1️⃣y1️⃣'''", "y"), ("a: 'x1️⃣''1️⃣y'", "'"), ("a: 'x1️⃣''y1️⃣'", "'y"),
      ("a: \"x\\t1️⃣yz1️⃣\\n\"", "yz"), ("a: \"x1️⃣\\u00e91️⃣y\"", "\u{E9}"), ("a: \"\\x41\\\\1️⃣y1️⃣\"", "y"),
      ("a: \"\u{E9}\\t1️⃣\u{1F600}1️⃣\"", "\u{1F600}"), ("a: x\n  1️⃣yz1️⃣ w", "yz"), ("a: x1️⃣\n  1️⃣yz", " "),
      ("a: 1️⃣x\n  y1️⃣z", "x y"),
      ("a: x\n\n\n  1️⃣y1️⃣", "y"), ("a: \"x \\\n   1️⃣y1️⃣\"", "y"), ("a: \"x\n\n   1️⃣y1️⃣\"", "y"),
      ("a: |\n  x\n  1️⃣yz1️⃣\n", "yz"),
      ("a: |\n  x\n   1️⃣ y1️⃣\n", " y"), ("a: |2\n    1️⃣x1️⃣\n", "x"), ("a: |\n\n\n  x\n\n  1️⃣y1️⃣\n", "y"),
      ("a: >\n  x\n  1️⃣y1️⃣\n", "y"),
      ("a: >\n  x\n\n   1️⃣y1️⃣\n  z\n", "y"), ("a: |-\r\n  x\r\n  1️⃣y1️⃣\r\n", "y"), ("a: |\n  \u{E9}x\n  \u{E9}1️⃣y1️⃣\n", "y"),
      ("a: >+ # c\n  x\n  1️⃣y1️⃣\n\n", "y"),
    ] as [(String, String)])
  func `a piece of a text has its place in the source`(marked: String, piece: String) throws {
    let marked = MarkedText(marked)
    let source = SourceText(path: "x", text: marked.text)
    let node = try #require(YAMLParser.parse(source).documents.first?.root["a"])
    let content = Array(node.content)
    let bytes = Array(piece.utf8)
    let offset = try #require(
      content.indices.first { content[$0...].starts(with: bytes) && (piece != " " || content[$0] == bytes[0]) })
    let found = node.sourceRange(ofContent: offset..<offset + bytes.count)
    #expect(found == marked.ranges["1️⃣"], "\(found.utf8Offsets)")
  }

  @Test(
    arguments: [
      "x yz", "'x''y'' z'", "\"\\u00e9\\t \u{1F600}\\\n  y\n\n z\"", "x\n  y\n\n\n  \u{E9} z", "|\n  x\n   y\n\n  z\n",
      ">\n  x\n  y\n\n   z\n  w\n",
    ])
  func `many pieces have the places that each of them has`(text: String) throws {
    let source = SourceText(path: "x", text: "a: " + text)
    let node = try #require(YAMLParser.parse(source).documents.first?.root["a"])
    let count = node.content.count
    let pieces = (0...count).flatMap { start in (start...count).map { start..<$0 } }
    #expect(node.sourceRanges(ofContent: pieces) == pieces.map(node.sourceRange))
  }

  @Test func `in JSON the escapes are JSON's`() throws {
    let marked = MarkedText(#"{"a": "\u00e91️⃣\uD83D\uDE001️⃣\/"}"#)
    let source = SourceText(path: "x.json", text: marked.text)
    let node = try #require(JSONParser.parse(source).documents.first?.root["a"])
    #expect(node.sourceRange(ofContent: 2..<6) == marked.ranges["1️⃣"])
  }

  @Test func `a place between characters is widened, one outside kept inside`() throws {
    let root = YAMLParser.parse(SourceText(path: "x", text: "a: \u{E9}b\nc: \"\u{E9}\\t\"\n")).documents[0].root
    #expect(root["a"]!.sourceRange(ofContent: 1..<2).utf8Offsets == 3..<5)
    #expect(root["a"]!.sourceRange(ofContent: 3..<9).utf8Offsets == 6..<6)
    #expect(root["c"]!.sourceRange(ofContent: 0..<99).utf8Offsets == 11..<15)
    #expect(root["c"]!.sourceRange(ofContent: 3..<3).utf8Offsets == 15..<15)
    #expect(root.sourceRange(ofContent: 0..<1) == root.range)
  }
}
