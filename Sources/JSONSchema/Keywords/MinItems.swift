import ManifestSyntax

/// `minItems`: a list has no fewer items than this.
final class MinItems: Keyword {
  static let name = "minItems"

  private let limit: Int

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    limit = try compiler.count(value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .sequence else { return true }
    let count = evaluation.itemCount(instance)
    return count >= limit || evaluation.report(.itemCount(.atLeast(limit), actual: count), at: instance)
  }
}
