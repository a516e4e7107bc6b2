import ManifestSyntax

/// Equality as JSON Schema has it: numbers by value, texts by code points, objects whatever the order of their keys.
enum JSONEquality {
  /// Whether two values are equal.
  static func areEqual(_ lhs: Node, _ rhs: Node) -> Bool {
    var pending = [(lhs, rhs)]
    while let (lhs, rhs) = pending.popLast() {
      switch (lhs.kind, rhs.kind) {
      case (.null, .null): continue
      case (.boolean, .boolean): if lhs.boolean != rhs.boolean { return false }
      case (.string, .string): if lhs.content != rhs.content { return false }
      case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number):
        if lhs.content == rhs.content { continue }
        guard let left = DecimalNumber(lhs.content.span), let right = DecimalNumber(rhs.content.span), left == right
        else { return false }
      case (.sequence, .sequence):
        var others = rhs.items.makeIterator()
        for item in lhs.items {
          guard let other = others.next() else { return false }
          pending.append((item, other))
        }
        if others.next() != nil { return false }
      case (.mapping, .mapping):
        guard let pairs = pairs(lhs, rhs) else { return false }
        pending += pairs
      default: return false
      }
    }
    return true
  }

  /// The values of two objects key by key; `nil` if their keys differ.
  static func pairs(_ lhs: Node, _ rhs: Node) -> [(Node, Node)]? {
    let left = lhs.entries.filter { !$0.isRepeated }
    let right = rhs.entries.filter { !$0.isRepeated }
    guard left.count == right.count else { return nil }
    var table = KeyTable()
    var values: [Node] = []
    for entry in right where table.insert(entry.key.content) == values.count { values.append(entry.value) }
    var pairs: [(Node, Node)] = []
    for entry in left {
      let number = table.number(of: entry.key.content.span)
      guard number >= 0 else { return nil }
      pairs.append((entry.value, values[number]))
    }
    return pairs
  }

  /// Values without those that equal an earlier one; of lists and objects, only the first few are compared.
  static func unique(_ nodes: [Node]) -> [Node] {
    var strings = KeyTable()
    var stringCount = 0
    var numbers: Set<DecimalNumber> = []
    var rest: [Node] = []
    return nodes.filter { node in
      switch node.kind {
      case .string:
        guard strings.insert(node.content) == stringCount else { return false }
        stringCount += 1
        return true
      case .integer, .number:
        guard let number = DecimalNumber(node.content.span) else { return true }
        return numbers.insert(number).inserted
      default:
        if rest.contains(where: { areEqual($0, node) }) { return false }
        if rest.count < 64 { rest.append(node) }
        return true
      }
    }
  }

  /// The first two equal items of a list; `nil` if all differ.
  static func repeated(in list: Node) -> (first: Node, second: Node)? {
    let items = Array(list.items)
    guard items.count > 1 else { return nil }
    if items.count <= 8 {
      for second in 1..<items.count {
        for first in 0..<second where areEqual(items[first], items[second]) { return (items[first], items[second]) }
      }
      return nil
    }
    let hashes = hashes(below: list)
    var seen: [Int: [Node]] = [:]
    for item in items {
      let hash = hashes[Int(item.index - list.index)]
      if let first = seen[hash]?.first(where: { areEqual($0, item) }) { return (first, item) }
      seen[hash, default: []].append(item)
    }
    return nil
  }

  /// A hash for every node below a list: equal values have equal ones.
  ///
  /// Children stand after their parents in the flat tree, so one pass from the end to the front does it.
  private static func hashes(below list: Node) -> [Int] {
    let tree = list.tree
    let start = Int(list.index)
    let end = Int(list.endIndex)
    var hashes = [Int](repeating: 0, count: end - start)
    for index in (start + 1..<end).reversed() {
      let node = Node(tree, UInt32(index))
      var hasher = Hasher()
      switch node.kind {
      case .null: hasher.combine(0)
      case .boolean: hasher.combine(node.boolean)
      case .integer, .number:
        if let number = DecimalNumber(node.content.span) { hasher.combine(number) }
      case .string:
        hasher.combine(3)
        hasher.combine(node.content)
      case .sequence:
        hasher.combine(4)
        for item in node.items { hasher.combine(hashes[Int(item.index) - start]) }
      case .mapping:
        hasher.combine(5)
        // The order of the entries must not count: their hashes are added up.
        var sum = 0
        for entry in node.entries where !entry.isRepeated {
          var pair = Hasher()
          pair.combine(entry.key.content)
          pair.combine(hashes[Int(entry.value.index) - start])
          sum &+= pair.finalize()
        }
        hasher.combine(sum)
      }
      hashes[index - start] = hasher.finalize()
    }
    return hashes
  }
}
