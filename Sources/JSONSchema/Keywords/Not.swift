import ManifestSyntax

/// `not`: the value is not valid by this schema.
struct Not: Keyword {
  static let name = "not"
  static let vocabulary = Vocabulary.applicator

  private let id: SubschemaID

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    id = try compiler.subschemaInPlace(value)
  }

  func accepts(_ instance: Instance, _ evaluation: inout Evaluation) -> Bool {
    !evaluation.holds(id, instance) || evaluation.report(.negated, at: instance)
  }
}
