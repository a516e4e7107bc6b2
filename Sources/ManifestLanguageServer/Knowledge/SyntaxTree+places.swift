import ManifestLint

extension SyntaxTree {
  /// The innermost node that a place is in, or at the end of; `nil` outside of all.
  ///
  /// At an alias it is what the alias stands for.
  func node(at offset: Int) -> Node? {
    guard root.touches(offset) else { return nil }
    var node = root
    while !node.isScalar, node.place.anchor == nil {
      guard let child = node.children.first(where: { $0.touches(offset) }) else { break }
      node = child
    }
    return node
  }
}

extension Node {
  /// The items, or the keys and values, in order.
  var children: [Node] { kind == .sequence ? Array(items) : entries.flatMap { [$0.key, $0.value] } }

  /// Whether a place is in it or at its end; of what an alias stands for, in the alias.
  func touches(_ offset: Int) -> Bool {
    let range = place.range.utf8Offsets
    return range.lowerBound <= offset && offset <= range.upperBound
  }

  /// Whether it stands where it is written, and is not what an alias brings in.
  var isOwn: Bool { place.anchor == nil }

  /// The value that it is, or that it is the key of.
  var valueOrSelf: Node { value ?? self }

  /// The node that a key belongs to, or the list's for an item: `locations` for what stands in it.
  var nearestKey: Node? {
    var node: Node? = valueOrSelf
    while let current = node {
      if let key = current.key { return key }
      node = current.parent
    }
    return nil
  }

  /// The nodes around it, the nearest first.
  var ancestors: [Node] {
    var result: [Node] = []
    var node = parent
    while let current = node {
      result.append(current)
      node = current.parent
    }
    return result
  }

  /// The range of a text without its quotes.
  var innerRange: TextRange {
    guard style == .singleQuoted || style == .doubleQuoted else { return range }
    let offsets = range.utf8Offsets
    let start = min(offsets.lowerBound + 1, offsets.upperBound)
    return TextRange(utf8Offsets: start..<max(start, isVerbatim ? offsets.upperBound - 1 : offsets.upperBound))
  }
}
