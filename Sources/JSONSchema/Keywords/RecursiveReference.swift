import ManifestSyntax

/// `$recursiveRef`: in 2019-09 a reference to the outermost schema that lets itself be found.
final class RecursiveReference: Keyword {
  static let name = "$recursiveRef"
  static let vocabulary = Vocabulary.core
  static let drafts = Draft.draft2019 ... .draft2019

  /// `nil` if it leads nowhere.
  private let id: SubschemaID?
  private let name: Int?

  init?(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    let reference = try compiler.reference(value, isDynamic: true)
    if reference == nil, compiler.options.ignoresUnresolvedReferences { return nil }
    id = reference?.id
    if let reference, compiler.resources[reference.resource].dynamicAnchors[""] == reference.target {
      name = compiler.dynamicName("")
    } else {
      name = nil
    }
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard let target = name.flatMap({ evaluation.dynamicTarget($0) }) ?? id else {
      return evaluation.giveUp(.unresolvedReference, at: instance)
    }
    return evaluation.acceptsReference(target, instance)
  }
}
