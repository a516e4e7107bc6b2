import ManifestSyntax

/// `$ref`: the value is valid by the schema that the reference leads to.
final class Reference: Keyword {
  static let name = "$ref"
  static let vocabulary = Vocabulary.core

  /// `nil` if it leads nowhere.
  let id: SubschemaID?
  private let isPassedOver: Bool

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    id = try compiler.reference(value)?.id
    isPassedOver = id == nil && compiler.passesOverLastProblem
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard let id else { return evaluation.acceptsWithoutSchema(instance, isPassedOver: isPassedOver) }
    return evaluation.acceptsReference(id, instance)
  }
}
