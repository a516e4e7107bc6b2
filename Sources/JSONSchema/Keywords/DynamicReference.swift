import ManifestSyntax

/// `$dynamicRef`: a reference that the schemas on the way to it can turn to themselves.
struct DynamicReference: Keyword {
  static let name = "$dynamicRef"
  static let vocabulary = Vocabulary.core
  static let drafts = Draft.draft2020 ... .draft2020

  private let id: SubschemaID
  /// The name to look for from the outside in; `nil` if what the reference leads to at first is not dynamic.
  private let name: Int?

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    let (target, resource) = try compiler.resolve(value)
    let fragment = URIReference(value.text).fragment.map(String.init) ?? ""
    if let anchor = compiler.resources[resource].dynamicAnchors[fragment], anchor == target {
      name = compiler.dynamicName(fragment)
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
