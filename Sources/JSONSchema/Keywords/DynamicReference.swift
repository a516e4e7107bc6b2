import ManifestSyntax

/// `$dynamicRef`: a reference that the schemas on the way to it can turn to themselves.
final class DynamicReference: Keyword {
  static let name = "$dynamicRef"
  static let vocabulary = Vocabulary.core
  static let drafts = Draft.draft2020 ... .draft2020

  /// `nil` if it leads nowhere.
  private let id: SubschemaID?
  /// The name to look for from the outside in; `nil` if what the reference leads to at first is not dynamic.
  private let name: Int?

  init?(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    let reference = try compiler.reference(value, isDynamic: true)
    if reference == nil, compiler.options.ignoresUnresolvedReferences { return nil }
    id = reference?.id
    let fragment = URIReference(value.text).fragment.map(String.init) ?? ""
    if let reference, compiler.resources[reference.resource].dynamicAnchors[fragment] == reference.target {
      name = compiler.dynamicName(fragment)
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
