import ManifestSyntax

/// `oneOf`: the value is valid by exactly one of these schemas.
final class OneOf: Keyword {
  static let name = "oneOf"
  static let vocabulary = Vocabulary.applicator

  let ids: [SubschemaID]

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    ids = try compiler.subschemasInPlace(value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    let outer = evaluation.beginQuestion()
    var matched: [Int] = []
    for (position, id) in ids.enumerated() where evaluation.agrees(id, instance) {
      matched.append(position)
      if matched.count > 1, !evaluation.collects { break }
    }
    if evaluation.isWithoutAnswer(outer, unless: matched.count > 1) { return false }
    if matched.count == 1 { return true }
    guard evaluation.collects else { return false }
    let branches = evaluation.branches(ids, instance, matched: matched)
    return evaluation.report(.branches(branches, matched: matched), at: instance)
  }
}
