import ManifestSyntax

/// `enum`: the value is one of these.
final class Enumeration: Keyword {
  static let name = "enum"
  static let turn = KeywordTurn.first

  let values: ValueSet

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard value.kind == .sequence else { throw compiler.error("must be a list of values", at: value) }
    values = ValueSet(list: value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    values.contains(instance, evaluation)
      || evaluation.report(.enumeration(allowed: values.nodes), at: instance)
  }
}
