import ManifestSyntax

/// `required`: an object has these keys.
final class Required: Keyword {
  static let name = "required"

  /// The names, each once.
  private let names: [Node]
  /// Which of the names a key is, by its number in the schema; -1 for none.
  private let positions: [Int]

  init?(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    // Before draft-04 this was a Boolean in the schema of the property; some schemas still have it.
    if compiler.draft == .draft4, value.kind == .boolean { return nil }
    guard value.kind == .sequence else { throw compiler.error("must be a list of texts", at: value) }
    var names: [Node] = []
    var positions: [Int] = []
    // Most objects need no more.
    names.reserveCapacity(4)
    positions.reserveCapacity(8)
    for item in value.items {
      if item.kind != .string { throw compiler.error("must be a list of texts", at: item) }
      let number = compiler.key(item)
      while positions.count <= number { positions.append(-1) }
      guard positions[number] < 0 else { continue }
      positions[number] = names.count
      names.append(item)
    }
    if names.isEmpty { return nil }
    self.names = names
    self.positions = positions
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .mapping else { return true }
    var found: UInt64 = 0
    var count = 0
    for index in evaluation.members {
      let number = evaluation.member(index).number
      guard number >= 0, number < positions.count, positions[number] >= 0 else { continue }
      // Keys that stand twice are left out of the members, so each is counted once.
      count += 1
      if positions[number] < 64 { found |= 1 << UInt64(positions[number]) }
    }
    if count == names.count { return true }
    guard evaluation.collects else { return false }
    let missing = missing(found, evaluation)
    return evaluation.report(.required(missing: missing), at: instance)
  }

  private func missing(_ found: UInt64, _ evaluation: Evaluation) -> [String] {
    names.indices.filter { position in
      if position < 64 { return found >> UInt64(position) & 1 == 0 }
      return !evaluation.members.contains { index in
        let number = evaluation.member(index).number
        return number >= 0 && number < positions.count && positions[number] == position
      }
    }.map { names[$0].text }
  }
}
