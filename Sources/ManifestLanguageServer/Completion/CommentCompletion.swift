import ManifestLint

/// What can be put in where somebody writes a comment that silences rules.
struct CommentCompletion {
  private static let directives: [(name: String, summary: String)] = [
    ("manifestlint-disable-line", "Silences rules on this line."),
    ("manifestlint-disable-next-line", "Silences rules on the next line."),
    ("manifestlint-disable", "Silences rules from here on, up to `manifestlint-enable`."),
    ("manifestlint-enable", "Ends what `manifestlint-disable` began."),
    ("manifestlint-disable-file", "Silences rules in the whole file."),
  ]

  private let reader: DocumentReader
  private let offset: Int
  /// The words of the comment up to the place.
  private let words: [String]
  private let line: Int

  /// Looks at a place; `nil` if it is in no comment.
  init?(_ reader: DocumentReader, at offset: Int) {
    guard reader.analysis.document.language == .yaml else { return nil }
    let bytes = reader.analysis.document.source.bytes
    let start = CompletionPoint.lineStart(bytes, offset)
    guard start <= offset, let hash = Self.hash(in: bytes[start..<offset]) else { return nil }
    self.reader = reader
    self.offset = offset
    line = reader.analysis.document.lines.line(at: TextPosition(utf8Offset: offset))
    words = bytes[(hash + 1)..<offset].split(separator: 0x20, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Where a comment begins in a line: a `#` at its start or behind a blank, outside of quotes.
  private static func hash(in line: ArraySlice<UInt8>) -> Int? {
    var quote: UInt8?
    for index in line.indices {
      let byte = line[index]
      let isFirst = index == line.startIndex
      let followsBlank = isFirst || line[index - 1] == 0x20 || line[index - 1] == 0x09
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        followsBlank || ",[{:".utf8.contains(line[index - 1])
      {
        quote = byte
      } else if quote == nil, byte == UInt8(ascii: "#"), followsBlank {
        return index
      }
    }
    return nil
  }

  func items() -> [Message.CompletionItem] {
    let typed = words.last ?? ""
    let directive = words.dropLast().first { word in Self.directives.contains { $0.name == word } }
    if words.contains("--") { return [] }
    if let directive { return rules(typed, directive) }
    let isFirst = words.dropLast().allSatisfy(\.isEmpty)
    guard isFirst, "manifestlint-".hasPrefix(typed) || typed.hasPrefix("manifestlint-") else { return [] }
    return Self.directives.enumerated().map { item($1.name, typed, $1.summary, detail: nil, order: $0) }
  }

  private func rules(_ typed: String, _ directive: String) -> [Message.CompletionItem] {
    let lines = reader.analysis.document.lines
    // What is found where the comment counts comes first.
    let target = directive.hasSuffix("next-line") ? line + 1 : line
    let found = Set(
      reader.analysis.diagnostics.filter { lines.line(at: $0.range.lowerBound) == target }.map(\.rule))
    let mentioned = Set(words.dropLast())
    let ids = reader.rules.values.filter { $0.isSuppressible && !mentioned.contains($0.id) }.map(\.id).sorted()
    let ordered = ids.filter(found.contains) + ids.filter { !found.contains($0) }
    return ordered.enumerated().map { index, id in
      item(id, typed, reader.rules[id]?.summary, detail: found.contains(id) ? "found here" : nil, order: index)
    }
  }

  private func item(
    _ label: String, _ typed: String, _ summary: String?, detail: String?, order: Int
  ) -> Message.CompletionItem {
    var prose = Prose(isMarkdown: reader.client.showsMarkdownInCompletions)
    prose.add(summary)
    var positions = reader.positions
    let number = String(order)
    return Message.CompletionItem(
      label: label, kind: .value, detail: detail, documentation: .init(prose),
      order: String(repeating: "0", count: max(0, 4 - number.count)) + number, filter: label,
      edit: .init(
        range: positions.range(TextRange(utf8Offsets: offset - typed.utf8.count..<offset)), newText: label))
  }
}
