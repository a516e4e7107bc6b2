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
    let outer = evaluation.beginQuestion()
    let uncheckedCount = evaluation.unchecked.count
    let holds = evaluation.holds(id, instance)
    if evaluation.isWithoutAnswer(outer, unless: holds) { return false }
    // Perhaps it holds only for want of a schema.
    if evaluation.unchecked.count > uncheckedCount { return true }
    return !holds || evaluation.report(.negated, at: instance)
  }
}
