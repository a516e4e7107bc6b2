import ManifestText

/// The entries of a mapping by the indices of key and value, without the merge key: as ``Node/entries``, for whoever goes
/// over so many that references should not be counted.
package struct EntryIndices: Sequence, IteratorProtocol, Sendable {
  private let records: [Record]
  private var index: UInt32
  private let end: UInt32

  init(_ tree: SyntaxTree, of mapping: UInt32) {
    records = tree.records
    let record = records[Int(mapping)]
    index = mapping + 1
    end = record.kind == .mapping ? record.link : index
  }

  package mutating func next() -> (key: UInt32, value: UInt32)? {
    while index < end {
      let key = index
      let record = records[Int(key)]
      let value = record.isCollection ? record.link : key + 1
      index = records[Int(value)].isCollection ? records[Int(value)].link : value + 1
      if !record.flags.contains(.isMergeKey) { return (key, value) }
    }
    return nil
  }
}

extension Node {
  /// The entries of a mapping by the indices of key and value, in order: repeats included, the merge key not.
  package var entryIndices: EntryIndices { EntryIndices(tree, of: index) }
}

extension SyntaxTree {
  /// Lets a closure look at the bytes of a scalar's content.
  package func withContent<Result>(of index: UInt32, _ body: (Span<UInt8>) -> Result) -> Result {
    let record = records[Int(index)]
    if record.isDecoded {
      let start = record.link == 0 ? 0 : decodedEnds[Int(record.link) - 1]
      let decodedText = decodedText
      return body(decodedText.span.extracting(Int(start)..<Int(decodedEnds[Int(record.link)])))
    }
    let quote: UInt32 = record.style == .singleQuoted || record.style == .doubleQuoted ? 1 : 0
    let bytes = source.bytes
    return body(bytes.span.extracting(Int(record.start + quote)..<Int(record.end - quote)))
  }

  /// Whether a key stands in its mapping already.
  package func isRepeated(_ key: UInt32) -> Bool { records[Int(key)].flags.contains(.isRepeated) }

  /// Whether a node is a list or mapping.
  package func isCollection(_ index: UInt32) -> Bool { records[Int(index)].isCollection }
}
