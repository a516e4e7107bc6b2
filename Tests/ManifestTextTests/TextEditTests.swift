import ManifestText
import Testing

@Suite struct TextEditTests {
  @Test func `replaces, inserts and deletes`() {
    let source = SourceText(path: "a.yaml", text: "name: Café\nid: 1\n")
    let edits = [
      TextEdit(range: TextRange(utf8Offsets: 12..<18), replacement: ""),
      TextEdit(range: TextRange(utf8Offsets: 0..<0), replacement: "# é\n"),
      TextEdit(range: TextRange(utf8Offsets: 6..<11), replacement: "Bar"),
    ]
    let fixed = source.applying(edits)
    #expect(fixed.bytes == Array("# é\nname: Bar\n".utf8))
    #expect(fixed.path == "a.yaml")
    #expect(source.applying([]) == source)
  }

  @Test func `keeps bytes that are no UTF-8 and the byte order mark`() {
    let source = SourceText(path: "", bytes: [0xEF, 0xBB, 0xBF, 0xFF, 0x61])
    let edit = TextEdit(range: TextRange(utf8Offsets: 4..<5), replacement: "b")
    #expect(source.applying([edit]).bytes == [0xEF, 0xBB, 0xBF, 0xFF, 0x62])
  }

  @Test func `inserts at one place in the order given`() {
    let source = SourceText(path: "", text: "ab")
    let place = TextRange(utf8Offsets: 1..<1)
    let edits = [TextEdit(range: place, replacement: "1"), TextEdit(range: place, replacement: "2")]
    #expect(source.applying(edits).bytes == Array("a12b".utf8))
  }
}
