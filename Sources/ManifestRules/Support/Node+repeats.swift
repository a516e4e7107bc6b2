import ManifestLint

extension Node {
  /// A text of a list that stands in it before.
  struct RepeatedItem {
    /// Where it stands first.
    var first: Node
    /// Where it stands again.
    var repeated: Node
  }

  /// The texts of a list that stand in it before, in order.
  var repeatedItems: [RepeatedItem] {
    let items = Array(items)
    if items.count < 2 { return [] }
    // Most lists have a few items, and none of them twice.
    if items.count <= 8, !Self.hasEqualPair(items) { return [] }
    var firsts: [ArraySlice<UInt8>: Node] = [:]
    return items.compactMap { item in
      guard item.kind == .string else { return nil }
      guard let first = firsts[item.content] else {
        firsts[item.content] = item
        return nil
      }
      return RepeatedItem(first: first, repeated: item)
    }
  }

  private static func hasEqualPair(_ items: [Node]) -> Bool {
    for (index, item) in items.enumerated() {
      for other in items[..<index] where other.content == item.content { return true }
    }
    return false
  }
}
