import ManifestSyntax

/// `$ref`: the value is valid by the schema that the reference leads to.
struct Reference: Keyword {
  static let name = "$ref"
  static let vocabulary = Vocabulary.core

  let id: SubschemaID

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    id = try compiler.subschema(referredToBy: value)
  }

  func accepts(_ instance: Instance, _ evaluation: inout Evaluation) -> Bool {
    evaluation.acceptsReference(id, instance)
  }
}
