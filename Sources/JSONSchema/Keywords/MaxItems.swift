import ManifestSyntax

/// `maxItems`: a list has no more items than this.
final class MaxItems: Keyword {
  static let name = "maxItems"

  private let limit: Int

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    limit = try compiler.count(value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .sequence else { return true }
    let count = evaluation.itemCount(instance)
    return count <= limit || evaluation.report(.itemCount(.atMost(limit), actual: count), at: instance)
  }
}
