import ManifestSyntax

/// `exclusiveMaximum`: a number is less than this.
final class ExclusiveMaximum: Keyword {
  static let name = "exclusiveMaximum"
  static let drafts = Draft.draft6 ... .draft2020

  private let bound: NumberBound

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    bound = try NumberBound(.below, value, compiler)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    bound.accepts(instance, evaluation)
  }
}
