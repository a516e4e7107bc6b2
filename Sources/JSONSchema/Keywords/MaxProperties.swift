import ManifestSyntax

/// `maxProperties`: an object has no more entries than this.
final class MaxProperties: Keyword {
  static let name = "maxProperties"

  private let limit: Int

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    limit = try compiler.count(value)
    compiler.useMembers()
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .mapping else { return true }
    let count = evaluation.members.count
    return count <= limit || evaluation.report(.propertyCount(.atMost(limit), actual: count), at: instance)
  }
}
