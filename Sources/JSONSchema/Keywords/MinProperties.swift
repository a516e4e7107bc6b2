import ManifestSyntax

/// `minProperties`: an object has no fewer entries than this.
final class MinProperties: Keyword {
  static let name = "minProperties"

  private let limit: Int

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    limit = try compiler.count(value)
    compiler.useMembers()
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .mapping else { return true }
    let count = evaluation.members.count
    return count >= limit || evaluation.report(.propertyCount(.atLeast(limit), actual: count), at: instance)
  }
}
