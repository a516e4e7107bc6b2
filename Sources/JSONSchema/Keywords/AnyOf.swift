import ManifestSyntax

/// `anyOf`: the value is valid by at least one of these schemas.
final class AnyOf: Keyword {
  static let name = "anyOf"
  static let vocabulary = Vocabulary.applicator

  let ids: [SubschemaID]

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    ids = try compiler.subschemasInPlace(value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    let outer = evaluation.beginQuestion()
    var isValid = false
    for id in ids where evaluation.agrees(id, instance) {
      isValid = true
      // The others may still have something to say about what is evaluated.
      if !evaluation.tracksChildren, !evaluation.isTracing { break }
    }
    if evaluation.isWithoutAnswer(outer, unless: isValid) { return false }
    if isValid || !evaluation.collects { return isValid }
    let branches = evaluation.branches(ids, instance)
    return evaluation.report(.branches(branches, matched: []), at: instance)
  }
}
