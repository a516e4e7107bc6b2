import ManifestSyntax

/// `maxLength`: a text has no more characters than this; each Unicode scalar is one.
final class MaxLength: Keyword {
  static let name = "maxLength"

  private let limit: Int

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    limit = try compiler.count(value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .string else { return true }
    if evaluation.byteCount(instance) <= limit { return true }
    let length = evaluation.length(instance)
    return length <= limit || evaluation.report(.length(.atMost(limit), actual: length), at: instance)
  }
}
