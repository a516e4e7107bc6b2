import ManifestSyntax

/// `minimum`: a number is no less than this; in draft-04 with `exclusiveMinimum`, nor is it equal.
final class Minimum: Keyword {
  static let name = "minimum"

  private let bound: NumberBound

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    let isExclusive = compiler.draft == .draft4 && compiler.sibling("exclusiveMinimum")?.boolean == true
    bound = try NumberBound(isExclusive ? .above : .atLeast, value, compiler)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    bound.accepts(instance, evaluation)
  }
}
