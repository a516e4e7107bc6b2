import ManifestSyntax
import ManifestText

/// What holds for the places of everything that a parser gives.
enum ParsePlaces {
  /// Every place lies inside the text and on boundaries of characters; children lie in order inside their parents.
  static func check(_ parsed: ParseResult, of source: SourceText) throws(BrokenProperty) {
    for error in parsed.errors {
      try check(error.range, in: source, "the error '\(error.message)'")
      try expect(!error.message.isEmpty, "an error says what is wrong")
      for note in error.notes { try check(note.range, in: source, "the note '\(note.message)'") }
      for edit in error.fixIt?.edits ?? [] { try check(edit.range, in: source, "an edit") }
    }
    var end = 0
    for comment in parsed.comments {
      try check(comment, in: source, "a comment")
      let offsets = comment.utf8Offsets
      try expect(offsets.lowerBound >= end, "comments stand in order")
      try expect(offsets.isEmpty == false && source.bytes[offsets.lowerBound] == UInt8(ascii: "#"), "a comment has a #")
      end = offsets.upperBound
    }
    for tree in parsed.documents {
      for node in tree.nodes { try check(node, in: source) }
    }
  }

  private static func check(_ node: Node, in source: SourceText) throws(BrokenProperty) {
    try check(node.range, in: source, "a \(node.kind)")
    if let anchor = node.anchor { try check(anchor, in: source, "an anchor") }
    if let tag = node.tag { try check(tag, in: source, "a tag") }
    let place = node.place
    try check(place.range, in: source, "a place")
    if let definition = place.definition { try check(definition, in: source, "a definition") }
    if node.isScalar, node.kind == .string, !node.content.isEmpty {
      let range = node.sourceRange(ofContent: 0..<node.content.count)
      try check(range, in: source, "the content of a text")
    }
  }

  private static func check(_ range: TextRange, in source: SourceText, _ what: String) throws(BrokenProperty) {
    let offsets = range.utf8Offsets
    try expect(offsets.upperBound <= source.bytes.count, "\(what) at \(offsets) ends inside the text")
    for offset in [offsets.lowerBound, offsets.upperBound] where offset < source.bytes.count {
      // A text that is not UTF-8 has no characters to cut.
      let isContinuation = source.bytes[offset] & 0xC0 == 0x80
      try expect(
        !isContinuation || String(validating: source.bytes, as: UTF8.self) == nil,
        "\(what) at \(offsets) does not cut a character")
    }
  }
}
