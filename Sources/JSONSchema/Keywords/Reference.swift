import ManifestSyntax

/// `$ref`: the value is valid by the schema that the reference leads to.
final class Reference: Keyword {
  static let name = "$ref"
  static let vocabulary = Vocabulary.core

  /// `nil` if it leads nowhere.
  let id: SubschemaID?

  init?(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    id = try compiler.reference(value)?.id
    if id == nil, compiler.options.ignoresUnresolvedReferences { return nil }
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard let id else { return evaluation.giveUp(.unresolvedReference, at: instance) }
    return evaluation.acceptsReference(id, instance)
  }
}
