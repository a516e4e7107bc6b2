import ManifestSyntax

/// `exclusiveMinimum`: a number is more than this.
final class ExclusiveMinimum: Keyword {
  static let name = "exclusiveMinimum"
  static let drafts = Draft.draft6 ... .draft2020

  private let bound: NumberBound

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    bound = try NumberBound(.above, value, compiler)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    bound.accepts(instance, evaluation)
  }
}
