import ManifestText
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: ["", "a", "name: Café", "日本 👩‍👩‍👧 𝒳\r\n"])
  func `turns UTF-16 into UTF-8`(text: String) {
    for mostSignificantFirst in [true, false] {
      let source = SourceText(path: "a.yaml", bytes: utf16(text, mostSignificantFirst: mostSignificantFirst))
      #expect(source.bytes == Array(text.utf8))
      #expect(source.encoding == (mostSignificantFirst ? .utf16BigEndian : .utf16LittleEndian))
      #expect(source.byteOrderMarkLength == 0)
    }
  }

  @Test func `makes one invalid byte of each unpaired surrogate and of an odd last byte`() {
    #expect(SourceText(path: "", bytes: [0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61]).bytes == [0xFF, 0x61])
    #expect(SourceText(path: "", bytes: [0xFE, 0xFF, 0xDC, 0x00]).bytes == [0xFF])
    #expect(SourceText(path: "", bytes: [0xFE, 0xFF, 0xD8, 0x00, 0xD8, 0x00, 0xDC, 0x00]).bytes == [0xFF] + "𐀀".utf8)
    #expect(SourceText(path: "", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x62]).bytes == [0x61, 0xFF])
  }

  @Test func `keeps the byte order mark of UTF-8 and every invalid byte`() {
    let source = SourceText(path: "", bytes: [0xEF, 0xBB, 0xBF, 0x61, 0xC3])
    #expect(source.bytes == [0xEF, 0xBB, 0xBF, 0x61, 0xC3])
    #expect(source.encoding == .utf8)
    #expect(source.byteOrderMarkLength == 3)
    #expect(source.startOfContent == TextPosition(utf8Offset: 3))
    #expect(source.range == TextRange(utf8Offsets: 0..<5))
    #expect(source.string(TextRange(utf8Offsets: 3..<5)) == "a\u{FFFD}")
  }

  private func utf16(_ text: String, mostSignificantFirst: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return mostSignificantFirst ? bytes : bytes.reversed()
    }
  }
}
