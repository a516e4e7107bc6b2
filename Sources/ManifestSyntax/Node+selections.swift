import ManifestText

// Nodes of a kind that most documents have none of: found in the records, so that no node is made for each of the others.

extension Node {
  /// The values in it that YAML 1.1 reads as something else than a string, in document order.
  public var legacyScalars: [Node] {
    guard tree.language == .yaml else { return [] }
    let tree = tree
    let source = tree.source.bytes
    return select { record in
      guard record.kind == .string, record.style == .plain, !record.flags.contains(.isKey) else { return false }
      return record.isDecoded || record.end > record.start && LegacyScalar.mayBegin(source[Int(record.start)])
    }.filter { $0.legacyMeaning != nil }
  }

  /// The nodes of ``subtree`` that are so.
  private func select(_ isWanted: (Record) -> Bool) -> [Node] {
    var result: [Node] = []
    let records = tree.records
    let end = endIndex
    var index = self.index
    while index < end {
      let record = records[Int(index)]
      if record.flags.contains(.isMergeKey) {
        let value = records[Int(index) + 1]
        index = value.isCollection ? value.link : index + 2
        continue
      }
      if isWanted(record) { result.append(Node(tree, index)) }
      index += 1
    }
    return result
  }
}
