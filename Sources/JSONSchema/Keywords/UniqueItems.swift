import ManifestSyntax

/// `uniqueItems`: no two items of a list are equal.
final class UniqueItems: Keyword {
  static let name = "uniqueItems"

  init?(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard let isOn = value.boolean else { throw compiler.error("must be true or false", at: value) }
    if !isOn { return nil }
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .sequence,
      let (first, second) = JSONEquality.repeated(in: evaluation.node(instance))
    else { return true }
    return evaluation.report(.uniqueItems(first: first, second: second), at: instance)
  }
}
