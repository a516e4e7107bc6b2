import ManifestSyntax

/// `properties`: the value of each of these keys is valid by its schema.
final class Properties: Keyword {
  static let name = "properties"
  static let vocabulary = Vocabulary.applicator

  /// The schema of a key by its number; -1 for none.
  let ids: [SubschemaID]

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard value.kind == .mapping else { throw compiler.error("must be an object of schemas", at: value) }
    var ids: [SubschemaID] = []
    // Most objects have no more.
    ids.reserveCapacity(8)
    for entry in value.entries where !entry.isRepeated {
      let number = compiler.key(entry.key)
      while ids.count <= number { ids.append(-1) }
      ids[number] = try compiler.subschema(entry.value)
    }
    self.ids = ids
  }

  /// Whether it has a schema for a key.
  func provides(for member: Member) -> Bool {
    member.number >= 0 && member.number < ids.count && ids[member.number] >= 0
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    var isValid = true
    var keys: [String] = []
    for index in evaluation.members(of: instance) {
      let member = evaluation.member(index)
      guard provides(for: member) else { continue }
      evaluation.noteEvaluated(member.value)
      if evaluation.isTracing { keys.append(evaluation.text(member.key)) }
      if evaluation.acceptsChild(ids[member.number], member.value) { continue }
      isValid = false
      if !evaluation.collects { break }
    }
    evaluation.annotateKeys(keys, at: instance)
    return isValid
  }
}

extension Evaluation {
  /// Tells which keys of an object a keyword has dealt with.
  func annotateKeys(_ keys: [String], at instance: Instance) {
    if kind(instance) == .mapping { annotate(.keys(keys), at: instance) }
  }
}
