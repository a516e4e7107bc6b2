import ManifestText

extension Node {
  /// The values in it that YAML 1.1 reads as something else than a string, in document order, with what that is.
  ///
  /// Hardly a document has one, so they are looked for in the records: no node is made for each of the others.
  public var legacyScalars: [(node: Node, meaning: LegacyScalar)] {
    guard tree.language == .yaml else { return [] }
    var result: [(node: Node, meaning: LegacyScalar)] = []
    let records = tree.records
    let source = tree.source.bytes
    let end = endIndex
    var index = self.index
    while index < end {
      let record = records[Int(index)]
      // As in `subtree`, of a merge key only what it brings in counts.
      if record.flags.contains(.isMergeKey) {
        let value = records[Int(index) + 1]
        index = value.isCollection ? value.link : index + 2
        continue
      }
      defer { index += 1 }
      guard record.kind == .string, record.style == .plain, !record.flags.contains(.isKey),
        record.isDecoded || record.end > record.start && LegacyScalar.mayBegin(source[Int(record.start)])
      else { continue }
      let node = Node(tree, index)
      if let meaning = node.legacyMeaning { result.append((node, meaning)) }
    }
    return result
  }
}
