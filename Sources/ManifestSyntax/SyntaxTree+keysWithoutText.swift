extension SyntaxTree {
  /// The keys that are a list, an object or nothing, each once: not again where an alias or a merge brings it in.
  var keysWithoutText: [Node] {
    var result: [Node] = []
    var index = 0
    while index < records.count {
      let record = records[index]
      let isCollection = record.kind == .sequence || record.kind == .mapping
      let isCopy = !record.flags.isDisjoint(with: [.isMerged, .isAliasUse])
      if record.flags.contains(.isKey), isCollection || record.kind == .null, !record.flags.contains(.isMerged) {
        result.append(Node(self, UInt32(index)))
      }
      index = isCollection && isCopy ? Int(record.link) : index + 1
    }
    return result
  }
}
