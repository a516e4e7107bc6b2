import ManifestSyntax

/// `maximum`: a number is no more than this; in draft-04 with `exclusiveMaximum`, nor is it equal.
final class Maximum: Keyword {
  static let name = "maximum"

  private let bound: NumberBound

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    let isExclusive = compiler.draft == .draft4 && compiler.sibling("exclusiveMaximum")?.boolean == true
    bound = try NumberBound(isExclusive ? .below : .atMost, value, compiler)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    bound.accepts(instance, evaluation)
  }
}
