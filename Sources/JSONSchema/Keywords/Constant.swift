import ManifestSyntax

/// `const`: the value is this one.
final class Constant: Keyword {
  static let name = "const"
  static let drafts = Draft.draft6 ... .draft2020
  static let turn = KeywordTurn.first

  let value: ValueSet

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    self.value = ValueSet(value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    value.contains(instance, evaluation) || evaluation.report(.constant(value.nodes[0]), at: instance)
  }
}
