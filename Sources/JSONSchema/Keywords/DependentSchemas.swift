import ManifestSyntax

/// `dependentSchemas`: an object that has a key is valid by the schema that goes with it.
final class DependentSchemas: Keyword {
  static let name = "dependentSchemas"
  static let vocabulary = Vocabulary.applicator
  static let drafts = Draft.draft2019 ... .draft2020

  private let schemas: [(key: Int, id: SubschemaID)]

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard value.kind == .mapping else { throw compiler.error("must be an object of schemas", at: value) }
    var schemas: [(key: Int, id: SubschemaID)] = []
    for entry in value.entries where !entry.isRepeated {
      schemas.append((compiler.key(entry.key), try compiler.subschemaInPlace(entry.value)))
    }
    self.schemas = schemas
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .mapping else { return true }
    var isValid = true
    for (key, id) in schemas where evaluation.hasMember(key) && !evaluation.accepts(id, instance) {
      isValid = false
      if !evaluation.collects { break }
    }
    return isValid
  }
}
