import ManifestSyntax
public import ManifestText

/// Removes entries from the `ignore` list of a configuration; comments, order and layout of the rest stay.
public struct IgnoreEntryRemover {
  private let source: SourceText

  /// A remover for a configuration.
  public init(_ source: SourceText) {
    self.source = source
  }

  /// The edit that removes one entry, with the key where it is the only one; `nil` where a comment would go with it.
  public static func edit(removing entry: Node) -> TextEdit? {
    guard entry.tree.source.encoding == .utf8, !entry.tree.hasAliases else { return nil }
    let removal = entry.removingEdit ?? (entry.parent?.count == 1 ? entry.parent?.removingEditWithKey : nil)
    return removal.flatMap { $0.removesComment ? nil : $0.edit }
  }

  /// So many rounds are enough: of entries on one line at least every other one goes in each.
  private static let mostRounds = 64

  /// The text without the entries at these places in the list, as far as they can be removed.
  public func removing(_ indices: Set<Int>) -> (text: RevisedText, count: Int) {
    var (text, count) = (RevisedText(source), 0)
    var pending = indices
    for _ in 0..<Self.mostRounds where !pending.isEmpty {
      guard let list = Self.list(in: text.current) else { break }
      let items = Array(list.items)
      pending = pending.filter { $0 < items.count }
      let (edits, removed) = edits(for: pending, of: list, items)
      var next = text
      next.apply(edits)
      guard !removed.isEmpty, Self.holds(next.current, items.indices.filter { !removed.contains($0) }.map { items[$0] })
      else { break }
      text = next
      count += removed.count
      var (shift, moved) = (0, Set<Int>())
      for index in items.indices {
        if removed.contains(index) { shift += 1 } else if pending.contains(index) { moved.insert(index - shift) }
      }
      pending = moved
    }
    return (text, count)
  }

  private static func list(in source: SourceText) -> Node? {
    let parsed = Linter.parse(source, nil)
    guard parsed.errors.isEmpty, let list = parsed.filledDocuments.first?.root["ignore"], list.kind == .sequence else {
      return nil
    }
    return list
  }

  /// Edits that do not touch one another, and the places of what they remove.
  private func edits(for pending: Set<Int>, of list: Node, _ items: [Node]) -> ([TextEdit], Set<Int>) {
    if pending.count == items.count, let removal = list.removingEditWithKey, !removal.removesComment {
      return ([removal.edit], pending)
    }
    var (edits, removed) = ([TextEdit](), Set<Int>())
    for index in pending.sorted() {
      guard let edit = Self.edit(removing: items[index]),
        edits.last.map({ $0.range.upperBound <= edit.range.lowerBound }) ?? true,
        removed.count + 1 < items.count || items.count == 1
      else { continue }
      edits.append(edit)
      removed.insert(index)
    }
    return (edits, removed)
  }

  /// Whether a text holds these entries and no others.
  private static func holds(_ source: SourceText, _ entries: [Node]) -> Bool {
    if entries.isEmpty {
      let parsed = Linter.parse(source, nil)
      return parsed.errors.isEmpty && parsed.filledDocuments.first?.root["ignore"] == nil
    }
    guard let list = list(in: source), list.count == entries.count else { return false }
    return zip(list.items, entries).allSatisfy { $0.isSame(as: $1) }
  }
}
