import ManifestSyntax

/// `patternProperties`: the value of each key that a pattern is found in is valid by the pattern's schema.
final class PatternProperties: Keyword {
  static let name = "patternProperties"
  static let vocabulary = Vocabulary.applicator

  private let schemas: [(pattern: Pattern, id: SubschemaID)]

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard value.kind == .mapping else { throw compiler.error("must be an object of schemas", at: value) }
    compiler.useMembers()
    var schemas: [(pattern: Pattern, id: SubschemaID)] = []
    for entry in value.entries where !entry.isRepeated {
      schemas.append((try compiler.pattern(entry.key), try compiler.subschema(entry.value)))
    }
    self.schemas = schemas
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    var isValid = true
    var keys: [String] = []
    for index in evaluation.members(of: instance) {
      let member = evaluation.member(index)
      for (pattern, id) in schemas {
        guard let isFound = evaluation.isFound(pattern, in: member.key) else {
          return evaluation.giveUp(.tooCostly, at: instance)
        }
        guard isFound else { continue }
        evaluation.noteMatched(index)
        evaluation.noteEvaluated(member.value)
        if evaluation.isTracing, keys.last != evaluation.text(member.key) { keys.append(evaluation.text(member.key)) }
        if evaluation.acceptsChild(id, member.value) { continue }
        isValid = false
        if !evaluation.collects { return false }
      }
    }
    evaluation.annotateKeys(keys, at: instance)
    return isValid
  }
}
