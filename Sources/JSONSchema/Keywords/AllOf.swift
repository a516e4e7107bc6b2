import ManifestSyntax

/// `allOf`: the value is valid by all of these schemas.
final class AllOf: Keyword {
  static let name = "allOf"
  static let vocabulary = Vocabulary.applicator

  let ids: [SubschemaID]

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    ids = try compiler.subschemasInPlace(value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    var isValid = true
    for id in ids where !evaluation.accepts(id, instance) {
      isValid = false
      if !evaluation.collects { break }
    }
    return isValid
  }
}
