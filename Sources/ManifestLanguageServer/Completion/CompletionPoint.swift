import ManifestLint

/// A place where somebody types, in a text that may be broken just because of that.
///
/// A letter is put in at the place, so that there is a word in any case; then the text is read with lenience, and the
/// word tells where it stands.
struct CompletionPoint {
  /// The document around the place, with the letter in it.
  let tree: SyntaxTree
  /// The word at the place, with the letter in it.
  let node: Node
  /// The bytes of the document that are replaced: the word without the letter.
  let replaced: Range<Int>
  /// What of the word stands before the place, without a quote.
  let typed: String
  /// The quote that the word begins with.
  let quote: String
  /// Whether a colon follows the word.
  let hasColon: Bool
  /// Whether a blank must come first: nothing stands between a colon or dash and the place.
  let needsBlank: Bool
  /// Whether the word is the first on its line, dashes aside.
  let isFirstOnLine: Bool
  /// Whether the word is an item of a list and has no dash.
  let lacksDash: Bool
  /// How many bytes stand before the word on its line, and how many of them are blanks at its start.
  let column: Int
  let indentation: Int
  /// Whether another key follows, in JSON.
  let precedesKey: Bool
  /// Whether there is no object yet that the word could be a key of: in JSON, before the first brace.
  let lacksBraces: Bool

  /// Looks at a place; `nil` where no word can stand, or one of several lines does.
  ///
  /// - Parameter isSeparate: Whether the word is one of its own and not the rest of what stands before it, where that is
  ///   known; otherwise it is guessed.
  init?(_ document: ParsedDocument, at offset: Int, isSeparate: Bool? = nil) {
    let bytes = document.source.bytes
    let lineStart = Self.lineStart(bytes, offset)
    let line = bytes[lineStart..<offset]
    needsBlank = isSeparate ?? Self.needsBlank(line, document.language)
    let inserted = needsBlank ? " x" : "x"
    var patched = bytes
    patched.insert(contentsOf: inserted.utf8, at: offset)
    let brace = document.language == .json ? Self.placeOfMissingBrace(document.source, offset) : nil
    if let brace { patched.insert(UInt8(ascii: "{"), at: brace) }
    lacksBraces = brace != nil
    let shift = lacksBraces ? 1 : 0
    let mark = offset + inserted.utf8.count - 1 + shift
    let source = SourceText(path: document.source.path, bytes: patched)
    let trees = LenientParser.parse(source, document.language)
    guard let tree = trees.last(where: { $0.root.range.utf8Offsets.lowerBound <= mark }),
      let node = tree.node(at: mark), node.isScalar, node.isOwn, node.range.utf8Offsets.contains(mark)
    else { return nil }
    self.tree = tree
    self.node = node
    if node.style == .literal || node.style == .folded { return nil }
    let range = node.range.utf8Offsets
    let isQuoted = node.style == .singleQuoted || node.style == .doubleQuoted
    quote = isQuoted ? String(decoding: [patched[range.lowerBound]], as: UTF8.self) : ""
    let start = min(range.lowerBound - shift, offset)
    guard start >= lineStart else { return nil }
    let isClosed =
      isQuoted && range.count > 1 && patched[range.upperBound - 1] == patched[range.lowerBound]
      && range.upperBound - 1 > mark
    var end = max(offset, range.upperBound - shift - inserted.utf8.count)
    if isQuoted, !isClosed {
      // What follows on the line of an open quote is hardly part of the word.
      end = offset
      while end < bytes.count, !" \t\r\n\"',:[]{}".utf8.contains(bytes[end]) { end += 1 }
    }
    replaced = start..<end
    typed = String(decoding: bytes[min(start + quote.utf8.count, offset)..<offset], as: UTF8.self)
    var next = end
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    hasColon = next < bytes.count && bytes[next] == UInt8(ascii: ":")
    while next < bytes.count, " \t\r\n".utf8.contains(bytes[next]) { next += 1 }
    precedesKey = document.language == .json && next < bytes.count && bytes[next] == UInt8(ascii: "\"")
    let before = bytes[lineStart..<start]
    column = before.count
    indentation = before.prefix { $0 == 0x20 || $0 == 0x09 }.count
    isFirstOnLine = before.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "-") }
    lacksDash =
      node.parent?.kind == .sequence && node.parent?.style == .block
      && before.last(where: { $0 != 0x20 && $0 != 0x09 }) != UInt8(ascii: "-") && !needsBlank
  }

  /// Where the line of a place begins, a byte order mark left out.
  static func lineStart(_ bytes: [UInt8], _ offset: Int) -> Int {
    let start = bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    return start == 0 && offset >= 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
  }

  /// Whether a place is right behind a colon, in YAML: one that ends a key, or that is part of a value.
  static func isBehindColon(_ document: ParsedDocument, _ offset: Int) -> Bool {
    document.language == .yaml && offset > 0 && document.source.bytes[offset - 1] == UInt8(ascii: ":")
  }

  /// Where a brace would have to be put for there to be an object, in a text of blanks or one word.
  private static func placeOfMissingBrace(_ source: SourceText, _ offset: Int) -> Int? {
    func isBlank(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }
    let text = source.bytes[source.byteOrderMarkLength...]
    guard let first = text.firstIndex(where: { !isBlank($0) }) else { return offset }
    guard let end = text.lastIndex(where: { !isBlank($0) }).map({ $0 + 1 }), (first...end).contains(offset),
      !text[first..<end].contains(where: { isBlank($0) || "{[]}:,".utf8.contains($0) })
    else { return nil }
    return first
  }

  /// Whether the line breaks off behind the colon of a key, or behind a dash.
  private static func needsBlank(_ line: ArraySlice<UInt8>, _ language: SyntaxTree.Language) -> Bool {
    guard let last = line.last else { return false }
    if last == UInt8(ascii: "-") { return language == .yaml && line.allSatisfy { $0 == 0x20 || $0 == last } }
    guard last == UInt8(ascii: ":") else { return false }
    let before = line.dropLast()
    guard let previous = before.last else { return false }
    if previous == UInt8(ascii: "\"") || previous == UInt8(ascii: "'") { return true }
    // In an address or a scope the colon is part of a value.
    let word = before.suffix(while: { !" \t,{[".utf8.contains($0) })
    let outside = before.dropLast(word.count)
    return language == .yaml && !word.isEmpty
      && outside.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "-") }
  }

  /// How the word's surroundings are written.
  var layout: EntrySkeleton.Layout {
    if tree.language == .json { return .json }
    return node.ancestors.contains { $0.style == .flow } ? .flow : .block
  }
}

extension BidirectionalCollection {
  /// The longest end whose elements are all of a sort.
  fileprivate func suffix(while predicate: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, predicate(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
