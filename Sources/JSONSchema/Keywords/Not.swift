import ManifestSyntax

/// `not`: the value is not valid by this schema.
final class Not: Keyword {
  static let name = "not"
  static let vocabulary = Vocabulary.applicator

  private let id: SubschemaID

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    id = try compiler.subschemaInPlace(value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    !evaluation.holds(id, instance) || evaluation.report(.negated, at: instance)
  }
}
