public import ManifestText

extension Node {
  /// The edit that gives a scalar another text, in the quotes that it has where those can hold it.
  public func edit(replacingTextWith text: String) -> TextEdit { edit(writing: written(text)) }

  /// The edit that writes something else on one line in the place of a scalar; a comment behind `|` or `>` stays.
  public func edit(writing text: String) -> TextEdit {
    TextEdit(range: range, replacement: text + String(decoding: headerComment, as: UTF8.self))
  }

  /// The comment behind the `|` or `>` of a text over several lines, with the blanks before it; else nothing.
  private var headerComment: ArraySlice<UInt8> {
    guard style == .literal || style == .folded else { return [] }
    let header = tree.source.slice(range).prefix { $0 != 0x0A && $0 != 0x0D }
    guard header.contains(UInt8(ascii: "#")) else { return [] }
    return header.drop { $0 != 0x20 && $0 != 0x09 }
  }

  /// The edit that puts a plain scalar in double quotes; `nil` for anything else.
  public var quotingEdit: TextEdit? {
    guard isScalar, style == .plain, isVerbatim else { return nil }
    return TextEdit(range: range, replacement: Self.doubleQuoted(self.text))
  }

  /// A text as a scalar on one line, in YAML without quotes where everybody reads it as that text.
  public static func scalar(_ text: String, in language: SyntaxTree.Language) -> String {
    language == .yaml && canStandPlain(text) ? text : doubleQuoted(text)
  }

  private func written(_ text: String) -> String {
    switch style {
    case .singleQuoted where !text.unicodeScalars.contains(where: Self.needsEscape):
      "'" + text.replacingPlaces(of: "'", by: "''") + "'"
    case .plain where tree.language == .yaml && Self.canStandPlain(text): text
    default: Self.doubleQuoted(text)
    }
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{2028}" || scalar == "\u{2029}"
      || scalar == "\u{FEFF}"
  }

  /// A text in double quotes, with escapes that JSON and YAML share.
  private static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a text can stand in YAML without quotes, in a flow collection too, and be read as this text by all.
  private static func canStandPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    let indicators = "-?:,[]{}#&*!|>'\"%@` \t=<~.+0123456789".utf8
    guard !indicators.contains(first), last != UInt8(ascii: " "), last != UInt8(ascii: ":") else { return false }
    guard !text.holds(": "), !text.holds(" #"), !text.unicodeScalars.contains(where: needsEscape) else {
      return false
    }
    return !text.utf8.contains(where: { ",[]{}".utf8.contains($0) })
      && !["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(text.lowercased())
  }
}

// MARK: - Removing items

extension Node {
  /// The edit that takes an item out of its list, and whether a comment goes with it.
  ///
  /// `nil` where taking it out would change more than the list: the last item that is left, or a line shared with
  /// something else.
  public var removingEdit: (edit: TextEdit, removesComment: Bool)? {
    guard let parent, parent.kind == .sequence, ordinal > 0 || nextItem(in: parent) != nil else { return nil }
    return parent.style == .flow ? removalFromFlow(parent) : removalFromBlock()
  }

  private func nextItem(in parent: Node) -> Node? {
    endIndex < parent.endIndex ? Node(tree, endIndex) : nil
  }

  /// The item before it: what stands before it belongs to that item, however deep.
  private func previousItem(in parent: Node) -> Node? {
    guard ordinal > 0 else { return nil }
    var item = Node(tree, index - 1)
    while let outer = item.parent, outer != parent { item = outer }
    return item
  }

  private func removalFromFlow(_ parent: Node) -> (edit: TextEdit, removesComment: Bool)? {
    var (start, end) = (startWithProperties, range.utf8Offsets.upperBound)
    // A neighbour may be an alias, whose value stands elsewhere.
    if let previous = previousItem(in: parent) {
      start = previous.place.range.utf8Offsets.upperBound
    } else if let next = nextItem(in: parent) {
      end = next.place.anchor == nil ? next.startWithProperties : next.place.range.utf8Offsets.lowerBound
    }
    return start <= end ? removal(start..<end) : nil
  }

  private func removalFromBlock() -> (edit: TextEdit, removesComment: Bool)? {
    let bytes = tree.source.bytes
    var start = startWithProperties
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start > 0, bytes[start - 1] == UInt8(ascii: "-") else { return nil }
    return removalOfLines(from: start - 1)
  }

  /// The edit that removes the lines from the one on which a position is the first that is not blank, to its own last.
  private func removalOfLines(from position: Int) -> (edit: TextEdit, removesComment: Bool)? {
    let bytes = tree.source.bytes
    var start = position
    while start > tree.source.byteOrderMarkLength, bytes[start - 1] == 0x20 { start -= 1 }
    guard start == tree.source.byteOrderMarkLength || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D else {
      return nil
    }
    var end = range.utf8Offsets.upperBound
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    if end < bytes.count { end += bytes[end...].starts(with: [0x0D, 0x0A]) ? 2 : 1 }
    return removal(start..<end)
  }

  private func removal(_ range: Range<Int>) -> (edit: TextEdit, removesComment: Bool) {
    // A `#` in a text is taken for a comment as well: that is on the safe side.
    let removesComment = tree.language == .yaml && tree.source.bytes[range].contains(UInt8(ascii: "#"))
    return (TextEdit(range: TextRange(utf8Offsets: range), replacement: ""), removesComment)
  }

  private var startWithProperties: Int {
    [anchor, tag].compactMap { $0.map { Int($0.lowerBound.utf8Offset) } }.reduce(range.utf8Offsets.lowerBound, min)
  }
}

// MARK: - Removing keys

extension Node {
  /// The edit that takes a value out of its object with its key, and whether a comment goes with it; `nil` where it
  /// cannot be told how.
  public var removingEditWithKey: (edit: TextEdit, removesComment: Bool)? {
    guard let parent, parent.kind == .mapping, let key, !isKey, key.place.anchor == nil, place.anchor == nil else {
      return nil
    }
    if parent.style == .block { return removalOfLines(from: key.startWithProperties) }
    var (start, end) = (key.startWithProperties, range.utf8Offsets.upperBound)
    let entries = Array(parent.entries)
    guard let index = entries.firstIndex(where: { $0.value == self }) else { return nil }
    if index > 0 {
      start = entries[index - 1].value.place.range.utf8Offsets.upperBound
    } else if entries.count > 1 {
      end = entries[1].key.startWithProperties
    }
    return start <= end ? removal(start..<end) : nil
  }
}

// MARK: - Adding items

extension Node {
  /// The edit that adds a text to the end of a list, laid out like the items before it; `nil` where it cannot be told
  /// how.
  public func edit(appending text: String) -> TextEdit? {
    guard kind == .sequence, place.anchor == nil else { return nil }
    guard count > 0, let last = self[count - 1] else {
      let start = range.utf8Offsets.lowerBound
      guard tree.source.bytes[start...].starts(with: "[".utf8) else { return nil }
      let isPlain = tree.language == .yaml && Self.canStandPlain(text)
      return TextEdit(
        range: TextRange(utf8Offsets: start + 1..<start + 1), replacement: isPlain ? text : Self.doubleQuoted(text))
    }
    // Behind a block scalar or an alias the layout is not that of a plain list of words.
    guard last.isScalar, last.place.anchor == nil, last.style != .literal, last.style != .folded else { return nil }
    let end = last.range.utf8Offsets.upperBound
    return style == .flow
      ? edit(appending: last.written(text), inFlowAt: end) : last.edit(appendingBelow: last.written(text))
  }

  private func edit(appending written: String, inFlowAt end: Int) -> TextEdit {
    var separator = ", "
    if count > 1, let last = self[count - 1], let beforeLast = self[count - 2], beforeLast.place.anchor == nil {
      let between = tree.source.bytes[beforeLast.range.utf8Offsets.upperBound..<last.startWithProperties]
      // Comments stay with their own items.
      if between.allSatisfy({ " \t\r\n,".utf8.contains($0) }) { separator = String(decoding: between, as: UTF8.self) }
    }
    return TextEdit(range: TextRange(utf8Offsets: end..<end), replacement: separator + written)
  }

  private func edit(appendingBelow written: String) -> TextEdit? {
    let bytes = tree.source.bytes
    var dash = startWithProperties
    while dash > 0, bytes[dash - 1] == 0x20 || bytes[dash - 1] == 0x09 { dash -= 1 }
    guard dash > 0, bytes[dash - 1] == UInt8(ascii: "-") else { return nil }
    dash -= 1
    var lineStart = dash
    while lineStart > 0, bytes[lineStart - 1] == 0x20 { lineStart -= 1 }
    guard lineStart == 0 || bytes[lineStart - 1] == 0x0A || bytes[lineStart - 1] == 0x0D else { return nil }
    var end = range.utf8Offsets.upperBound
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    let lineBreak = bytes[end...].starts(with: [0x0D, 0x0A]) ? "\r\n" : bytes[end...].first == 0x0D ? "\r" : "\n"
    return TextEdit(
      range: TextRange(utf8Offsets: end..<end),
      replacement: lineBreak + String(repeating: " ", count: dash - lineStart) + "- " + written)
  }
}
