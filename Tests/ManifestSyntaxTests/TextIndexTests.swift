import ManifestTestSupport
import Testing

@testable import ManifestSyntax

@Suite struct TextIndexTests {
  @Test(arguments: [0, 10_000])
  func `each text is found by its bytes, however many there are`(capacity: Int) {
    let texts = (0..<5_000).map { Array("text \($0 % 2 == 0 ? "é" : "with more than eight bytes ")\($0)".utf8) }
    var index = TextIndex(minimumCapacity: capacity)
    for (number, text) in texts.enumerated() {
      let hash = TextIndex.hash(text, 0..<text.count)
      #expect(index.number(hash) { texts[Int($0)] == text } == nil)
      index.add(UInt32(number), hash)
    }
    for (number, text) in texts.enumerated() {
      #expect(index.number(TextIndex.hash(text, 0..<text.count)) { texts[Int($0)] == text } == UInt32(number))
    }
  }

  @Test func `texts with the same hash are told apart`() {
    var index = TextIndex()
    for number in 0..<100 { index.add(UInt32(number), 7) }
    for number in 0..<100 { #expect(index.number(7) { $0 == UInt32(number) } == UInt32(number)) }
    #expect(index.number(7) { _ in false } == nil)
    #expect(index.number(8) { _ in true } == nil)
  }

  @Test func `a hash is that of the bytes alone, wherever they stand`() {
    let bytes = Array("abcdefghijk-abcdefghijk-abcdefghij".utf8)
    #expect(TextIndex.hash(bytes, 0..<11) == TextIndex.hash(bytes, 12..<23))
    #expect(TextIndex.hash(bytes, 0..<8) == TextIndex.hash(bytes, 12..<20))
    #expect(Set([0..<11, 0..<10, 1..<11, 0..<8, 0..<0, 11..<12].map { TextIndex.hash(bytes, $0) }).count == 6)
  }
}
