import ManifestSyntax

/// `$dynamicRef`: a reference that the schemas on the way to it can turn to themselves.
final class DynamicReference: Keyword {
  static let name = "$dynamicRef"
  static let vocabulary = Vocabulary.core
  static let drafts = Draft.draft2020 ... .draft2020

  private let target: DynamicTarget

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    let anchor = URIReference(value.text).fragment.map(String.init) ?? ""
    target = try DynamicTarget(value, anchor: anchor, &compiler)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    target.accepts(instance, evaluation)
  }
}

/// Where a reference leads that is looked for from the outside in.
struct DynamicTarget: Sendable {
  /// Where it leads at first; `nil` if nowhere.
  private let id: SubschemaID?
  /// The name to look for; `nil` if what the reference leads to at first is not dynamic.
  private let name: Int?
  private let isPassedOver: Bool

  init(_ value: Node, anchor: String, _ compiler: inout Compiler) throws(SchemaError) {
    let reference = try compiler.reference(value, isDynamic: true)
    id = reference?.id
    isPassedOver = reference == nil && compiler.passesOverLastProblem
    if let reference, compiler.resources[reference.target.resource].dynamicAnchors[anchor] == reference.target.node {
      name = compiler.dynamicName(anchor)
    } else {
      name = nil
    }
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard let target = name.flatMap({ evaluation.dynamicTarget($0) }) ?? id else {
      return evaluation.acceptsWithoutSchema(instance, isPassedOver: isPassedOver)
    }
    return evaluation.acceptsReference(target, instance)
  }
}
