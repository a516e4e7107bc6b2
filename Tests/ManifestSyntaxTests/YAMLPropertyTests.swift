import ManifestTestSupport
import ManifestText
import Testing

@testable import ManifestSyntax

/// Laws that hold for every text, tried on many that nobody would write.
@Suite struct YAMLPropertyTests {
  private static let pieces = [
    " ", "  ", "\n", "\n  ", "\n    ", "\r\n", "\t", "- ", "? ", ": ", ":", ",", "[", "]", "{", "}", "#", " # c\n",
    "&a ", "*a", "!!str ",
    "|\n  ", ">-\n  ", "|+\n", "'", "\"", "''", "\\n", "\\u00e9", "---\n", "...\n", "%YAML 1.2\n", "a", "key: ",
    "value", "\u{E9}", "\u{1F600}",
    "<<: ", "${A}", "1", "true", "~", "\u{2028}", "\u{FEFF}", "@",
  ]

  private static let wellFormed = [
    "a: 'x''y'\n", "b:\n  - \u{E9}\n  - {c: \"\\u00e9 x\n    y\"} # c\n", "d: |\n  x\n   y\n\n",
    "e: >-\n  x\n  y\n\n   z\n", "f: &a [x, y: z]\n",
    "g: *a\n", "h: !!str\n", "? i\n: j\n", "k: x\n  y\n", "l: {<<: {m: n}}\n", "# \u{1F600}\n", "\"o\": ~\n", "p:\n",
    "q: |2+\n    x\n\n",
  ]

  @Test(arguments: 0..<20)
  func `every place is in the text, on whole characters, inside its parent and in order`(seed: UInt64) {
    var random = Random(seed: seed)
    for _ in 0..<150 {
      var text = ""
      if Bool.random(using: &random) {
        for _ in 0..<Int.random(in: 1...24, using: &random) { text += Self.pieces.randomElement(using: &random)! }
      } else {
        for _ in 0..<Int.random(in: 1...8, using: &random) { text += Self.wellFormed.randomElement(using: &random)! }
        if Int.random(in: 0..<3, using: &random) == 0 {
          var scalars = Array(text.unicodeScalars)
          scalars.remove(at: Int.random(in: scalars.indices, using: &random))
          text = String(String.UnicodeScalarView(scalars))
        }
      }
      check(SourceText(path: "x", text: text), &random)
    }
  }

  private func check(_ source: SourceText, _ random: inout Random) {
    let result = YAMLParser.parse(source)
    let text = String(decoding: source.bytes, as: UTF8.self).debugDescription
    for error in result.errors {
      #expect(isWhole(error.range, source) && error.notes.allSatisfy { isWhole($0.range, source) }, "\(text) \(error)")
      #expect(!error.message.isEmpty && !error.message.contains("\n") && error.help != nil, "\(text)")
    }
    var end = 0
    for comment in result.comments {
      #expect(isWhole(comment, source) && comment.utf8Offsets.lowerBound >= end, "\(text)")
      #expect(source.slice(comment).first == UInt8(ascii: "#"), "\(text)")
      end = comment.utf8Offsets.upperBound
    }
    for tree in result.documents {
      var ends: [Node: TextPosition] = [:]
      for node in tree.nodes {
        #expect(isWhole(node.range, source) && isWhole(node.place.range, source), "\(text) \(node.range)")
        checkContent(node, &random, text)
        guard node.place.anchor == nil, let parent = node.parent, parent.place.anchor == nil, !isMerged(node) else {
          continue
        }
        #expect(
          parent.range.lowerBound <= node.range.lowerBound && node.range.upperBound <= parent.range.upperBound,
          "\(text)")
        #expect(ends[parent, default: parent.range.lowerBound] <= node.range.lowerBound, "\(text)")
        ends[parent] = node.range.upperBound
        if let anchor = node.anchor { #expect(anchor.upperBound <= node.range.lowerBound, "\(text)") }
        if let tag = node.tag { #expect(tag.upperBound <= node.range.lowerBound, "\(text)") }
      }
    }
  }

  private func isMerged(_ node: Node) -> Bool {
    var node = node
    while let parent = node.parent {
      if node.tree.records[Int(node.index)].flags.contains(.isMerged) { return true }
      node = parent
    }
    return false
  }

  /// A place in the content is inside the node, and decoding twice gives the same.
  private func checkContent(_ node: Node, _ random: inout Random, _ text: String) {
    guard node.isScalar else { return }
    let count = node.content.count
    let start = Int.random(in: 0...count, using: &random)
    let place = node.sourceRange(ofContent: start..<Int.random(in: start...count, using: &random))
    #expect(node.range.lowerBound <= place.lowerBound && place.upperBound <= node.range.upperBound, "\(text)")
    #expect(isWhole(place, node.tree.source), "\(text)")
    guard !node.isVerbatim, node.kind == .string || !node.range.isEmpty, node.kind != .null else { return }
    let pieces = ScalarPieces(
      node.tree.source.bytes, node.range.utf8Offsets, style: node.style, language: .yaml, content: node.content)
    #expect(pieces.content == Array(node.content), "\(text) \(node.range.utf8Offsets)")
  }

  private func isWhole(_ range: TextRange, _ source: SourceText) -> Bool {
    let offsets = range.utf8Offsets
    guard offsets.upperBound <= source.bytes.count else { return false }
    return [offsets.lowerBound, offsets.upperBound].allSatisfy { offset in
      offset == source.bytes.count || source.bytes[offset] & 0xC0 != 0x80
    }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
private struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &+ 1
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
