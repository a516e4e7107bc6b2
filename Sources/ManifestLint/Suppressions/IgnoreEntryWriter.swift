import ManifestSyntax
public import ManifestText

/// Adds entries to the `ignore` list of a configuration, and changes nothing else in it.
public struct IgnoreEntryWriter: Sendable {
  /// An entry to be added.
  public struct Entry: Hashable, Sendable {
    /// The id of the rule.
    public var rule: String
    /// The path of the file as seen from the folder of the configuration.
    public var file: String
    /// The place.
    public var pointer: String
    /// Why, in one line.
    public var reason: String?

    /// Puts the parts together.
    public init(rule: String, file: String, pointer: String, reason: String? = nil) {
      self.rule = rule
      self.file = file
      self.pointer = pointer
      self.reason = reason
    }

    fileprivate var members: [(key: String, value: String)] {
      [("rule", rule), ("file", file), ("pointer", pointer)] + (reason.map { [("reason", $0)] } ?? [])
    }
  }

  private let entries: [Entry]

  /// A writer of these entries, of which there is one at least.
  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The text of a configuration that holds the entries and nothing else.
  public var newText: String { "ignore:\n" + blockItems(indentation: "  ", "\n") + "\n" }

  /// The configuration with the entries; `nil` where they cannot be added without changing something else: in a text
  /// that is not well-formed, or is no mapping, or whose list stands behind an alias.
  public func adding(to source: SourceText) -> SourceText? {
    let parsed = Linter.parse(source, nil)
    guard parsed.errors.isEmpty, source.encoding == .utf8, parsed.filledDocuments.count == 1 else { return nil }
    let root = parsed.filledDocuments[0].root
    for edit in candidates(root, parsed) {
      let changed = source.applying([edit])
      let reparsed = Linter.parse(changed, nil)
      if reparsed.errors.isEmpty, reparsed.filledDocuments.count == 1,
        holdsExactly(reparsed.filledDocuments[0].root, besides: root)
      {
        return changed
      }
    }
    return nil
  }

  // MARK: Edits

  /// The edits that may do it, the one that looks best first.
  private func candidates(_ root: Node, _ parsed: ParseResult) -> [TextEdit] {
    let source = root.tree.source
    let lineBreak = Self.lineBreak(of: source)
    if root.kind == .null {
      if root.range.isEmpty { return [atEnd(of: source, blockList(lineBreak) + lineBreak)] }
      return []
    }
    guard root.kind == .mapping, !root.tree.source.bytes.isEmpty else { return [] }
    guard let list = root["ignore"] else { return newKey(in: root, lineBreak) }
    guard list.place.anchor == nil else { return [] }
    if list.kind == .null {
      // `ignore:` and nothing behind it.
      guard list.range.isEmpty, root.style == .block else { return [] }
      return [behindLine(of: list.range.lowerBound, source, lineBreak + blockItems(indentation: "  ", lineBreak))]
    }
    guard list.kind == .sequence else { return [] }
    return list.style == .flow ? inFlowList(list, lineBreak) : [belowBlockList(list, lineBreak)].compactMap(\.self)
  }

  private func newKey(in root: Node, _ lineBreak: String) -> [TextEdit] {
    let source = root.tree.source
    if root.style == .block {
      let text = blockList(lineBreak)
      return [
        atEnd(of: source, text + lineBreak),
        behindLine(of: root.range.upperBound, source, lineBreak + text),
      ]
    }
    let close = Int(root.range.upperBound.utf8Offset) - 1
    guard let first = root.entries.first(where: { _ in true }), let last = lastEnd(in: root) else {
      let text = lineBreak + "  \(key("ignore", root)): " + spreadList(root, indentation: "  ", lineBreak) + lineBreak
      return [TextEdit(range: TextRange(utf8Offsets: close..<close), replacement: text)]
    }
    let edit: (String) -> TextEdit = { TextEdit(range: last..<last, replacement: $0) }
    guard let indentation = indentation(of: first.key.range.lowerBound, source) else {
      let list = "[" + entries.map { flow($0, root) }.joined(separator: ", ") + "]"
      return [edit(", \(key("ignore", root)): " + list)]
    }
    let list = spreadList(root, indentation: indentation, lineBreak)
    return [edit("," + lineBreak + indentation + "\(key("ignore", root)): " + list)]
  }

  private func inFlowList(_ list: Node, _ lineBreak: String) -> [TextEdit] {
    let items = entries.map { flow($0, list) }
    let start = Int(list.range.lowerBound.utf8Offset) + 1
    guard let first = list[0], let last = lastEnd(in: list) else {
      return [
        TextEdit(
          range: TextRange(utf8Offsets: start..<Int(list.range.upperBound.utf8Offset) - 1),
          replacement: items.joined(separator: ", "))
      ]
    }
    let indentation = first.place.anchor == nil ? indentation(of: first.range.lowerBound, list.tree.source) : nil
    let separator = indentation.map { "," + lineBreak + $0 } ?? ", "
    return [TextEdit(range: last..<last, replacement: items.map { separator + $0 }.joined())]
  }

  private func belowBlockList(_ list: Node, _ lineBreak: String) -> TextEdit? {
    let source = list.tree.source
    guard let first = list[0], first.place.anchor == nil, let last = lastEnd(in: list) else { return nil }
    var dash = Int(first.range.lowerBound.utf8Offset)
    while dash > 0, source.bytes[dash - 1].isBlank { dash -= 1 }
    guard dash > 0, source.bytes[dash - 1] == UInt8(ascii: "-"),
      let indentation = indentation(of: TextPosition(utf8Offset: dash - 1), source)
    else { return nil }
    let text =
      first.style == .flow
      ? entries.map { indentation + "- " + flow($0, list) }.joined(separator: lineBreak)
      : blockItems(indentation: indentation, lineBreak)
    return behindLine(of: last, source, lineBreak + text)
  }

  /// Where the last thing in a collection ends: an alias where it stands.
  private func lastEnd(in collection: Node) -> TextPosition? {
    var last: Node?
    for node in collection.items { last = node }
    for entry in collection.entries { last = entry.value.range.isEmpty ? entry.key : entry.value }
    return last?.place.range.upperBound
  }

  /// The blanks before a position, if nothing else stands before it on its line.
  private func indentation(of position: TextPosition, _ source: SourceText) -> String? {
    let end = Int(position.utf8Offset)
    var start = end
    while start > source.byteOrderMarkLength, source.bytes[start - 1].isBlank { start -= 1 }
    guard start == source.byteOrderMarkLength || source.bytes[start - 1].isLineBreak else { return nil }
    return String(decoding: source.bytes[start..<end], as: UTF8.self)
  }

  private func behindLine(of position: TextPosition, _ source: SourceText, _ text: String) -> TextEdit {
    var end = Int(position.utf8Offset)
    while end < source.bytes.count, !source.bytes[end].isLineBreak { end += 1 }
    return TextEdit(range: TextRange(utf8Offsets: end..<end), replacement: text)
  }

  private func atEnd(of source: SourceText, _ text: String) -> TextEdit {
    let end = source.bytes.count
    let isAtLineStart = end == source.byteOrderMarkLength || source.bytes[end - 1].isLineBreak
    return TextEdit(
      range: TextRange(utf8Offsets: end..<end),
      replacement: (isAtLineStart ? "" : Self.lineBreak(of: source)) + text)
  }

  private static func lineBreak(of source: SourceText) -> String {
    guard let end = source.bytes.firstIndex(where: \.isLineBreak) else { return "\n" }
    return source.bytes[end...].starts(with: [0x0D, 0x0A]) ? "\r\n" : "\n"
  }

  // MARK: Layout

  private func key(_ key: String, _ node: Node) -> String { node.tree.language == .json ? "\"\(key)\"" : key }

  private func flow(_ entry: Entry, _ node: Node) -> String {
    let members = entry.members.map { member in
      "\(key(member.key, node)): \(Node.scalar(member.value, in: node.tree.language))"
    }
    return "{ " + members.joined(separator: ", ") + " }"
  }

  private func blockList(_ lineBreak: String) -> String {
    "ignore:" + lineBreak + blockItems(indentation: "  ", lineBreak)
  }

  /// The entries as items of a list, without a line break at the end.
  private func blockItems(indentation: String, _ lineBreak: String) -> String {
    entries.map { entry in
      entry.members.enumerated().map { index, member in
        indentation + (index == 0 ? "- " : "  ") + "\(member.key): \(Node.scalar(member.value, in: .yaml))"
      }.joined(separator: lineBreak)
    }.joined(separator: lineBreak)
  }

  /// A list in brackets with a line for each entry.
  private func spreadList(_ node: Node, indentation: String, _ lineBreak: String) -> String {
    let inner = lineBreak + indentation + indentation
    return "[" + entries.map { inner + flow($0, node) }.joined(separator: ",") + lineBreak + indentation + "]"
  }

  // MARK: What it must come to

  /// Whether a configuration holds the entries at the end of its list, and else what another one holds.
  private func holdsExactly(_ changed: Node, besides root: Node) -> Bool {
    guard let list = changed["ignore"], list.kind == .sequence else { return false }
    let items = Array(list.items)
    let known = root["ignore"].map { $0.kind == .sequence ? Array($0.items) : [] } ?? []
    guard items.count == known.count + entries.count else { return false }
    for (item, entry) in zip(items[known.count...], entries) {
      let members = entry.members
      guard item.count == members.count, members.allSatisfy({ item[$0.key]?.hasContent($0.value) == true }) else {
        return false
      }
    }
    guard zip(items, known).allSatisfy({ $0.isSame(as: $1) }) else { return false }
    let others = changed.entries.filter { !$0.key.hasContent("ignore") }
    let formerOthers = root.entries.filter { !$0.key.hasContent("ignore") }
    return others.count == formerOthers.count
      && zip(others, formerOthers).allSatisfy { $0.key.isSame(as: $1.key) && $0.value.isSame(as: $1.value) }
  }
}

extension Node {
  /// Whether another node holds the same, however it is written.
  package func isSame(as other: Node) -> Bool {
    let (own, others) = (Array(subtree), Array(other.subtree))
    return own.count == others.count
      && zip(own, others).allSatisfy { $0.kind == $1.kind && $0.count == $1.count && $0.content == $1.content }
  }
}
