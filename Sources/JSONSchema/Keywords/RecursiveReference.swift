import ManifestSyntax

/// `$recursiveRef`: in 2019-09 a reference to the outermost schema that lets itself be found.
struct RecursiveReference: Keyword {
  static let name = "$recursiveRef"
  static let vocabulary = Vocabulary.core
  static let drafts = Draft.draft2019 ... .draft2019

  private let id: SubschemaID
  private let name: Int?

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    let (target, resource) = try compiler.resolve(value)
    if compiler.resources[resource].dynamicAnchors[""] == target {
      name = compiler.dynamicName("")
      id = try compiler.subschema(dynamicallyReferredToBy: value)
    } else {
      name = nil
      id = try compiler.subschema(referredToBy: value)
    }
  }

  func accepts(_ instance: Instance, _ evaluation: inout Evaluation) -> Bool {
    let target = name.flatMap { evaluation.dynamicTarget($0) } ?? id
    return evaluation.acceptsReference(target, instance)
  }
}
