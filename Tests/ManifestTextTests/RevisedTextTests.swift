import ManifestText
import ManifestTestSupport
import Testing

@Suite struct RevisedTextTests {
  private func edit(_ range: Range<Int>, _ text: String) -> TextEdit {
    TextEdit(range: TextRange(utf8Offsets: range), replacement: text)
  }

  private func changes(_ text: RevisedText) -> [String] {
    text.changes.map { change in
      let old = String(decoding: text.original.bytes[change.original], as: UTF8.self)
      let new = String(decoding: text.current.bytes[change.current], as: UTF8.self)
      return "\(change.original.lowerBound) '\(old)' '\(new)'"
    }
  }

  @Test func `knows what is new after several rounds`() {
    var text = RevisedText(SourceText(path: "a.yaml", text: "one two three"))
    #expect(text.changes.isEmpty)
    text.apply([edit(8..<13, "four"), edit(0..<3, "a")])
    #expect(text.current.string(text.current.range) == "a two four")
    #expect(changes(text) == ["0 'one' 'a'", "8 'three' 'four'"])
    // Inside of what was put in before, and what was there.
    text.apply([edit(1..<4, ""), edit(7..<8, "x")])
    #expect(text.current.string(text.current.range) == "ao fxur")
    #expect(changes(text) == ["0 'one tw' 'a'", "8 'three' 'fxur'"])
    text.apply([edit(7..<7, "!")])
    #expect(changes(text) == ["0 'one tw' 'a'", "8 'three' 'fxur!'"])
  }

  @Test func `an insertion and a removal`() {
    var text = RevisedText(SourceText(path: "a.yaml", text: "ab"))
    text.apply([edit(1..<1, "x")])
    #expect(changes(text) == ["1 '' 'x'"])
    text.apply([edit(1..<2, "")])
    #expect(changes(text) == [])
    text.apply([edit(0..<2, "")])
    #expect(changes(text) == ["0 'ab' ''"])
  }

  /// Whatever edits are made in whatever rounds, the changes lead from the original to the text as it is.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `changes lead from the one to the other`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var text = RevisedText(SourceText(path: "a.yaml", text: String(repeating: "0123456789", count: 5)))
    for round in 0..<8 {
      var edits: [TextEdit] = []
      var offset = 0
      while offset < text.current.bytes.count {
        let start = Int.random(in: offset...min(offset + 9, text.current.bytes.count), using: &random)
        let end = Int.random(in: start...min(start + 4, text.current.bytes.count), using: &random)
        let letters = String(
          repeating: "abcdefgh".dropFirst(round).first!, count: Int.random(in: 0...3, using: &random))
        edits.append(edit(start..<end, letters))
        offset = end + 1
      }
      text.apply(edits)
      var result: [UInt8] = []
      var end = 0
      for change in text.changes {
        #expect(change.original.lowerBound >= end)
        result += text.original.bytes[end..<change.original.lowerBound] + text.current.bytes[change.current]
        end = change.original.upperBound
      }
      result += text.original.bytes[end...]
      #expect(result == text.current.bytes)
    }
  }
}
