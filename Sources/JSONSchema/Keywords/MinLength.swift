import ManifestSyntax

/// `minLength`: a text has no fewer characters than this; each Unicode scalar is one.
final class MinLength: Keyword {
  static let name = "minLength"

  private let limit: Int

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    limit = try compiler.count(value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .string else { return true }
    // A scalar takes one to four bytes.
    let bytes = evaluation.byteCount(instance)
    if bytes / 4 >= limit { return true }
    let length = evaluation.length(instance)
    return length >= limit || evaluation.report(.length(.atLeast(limit), actual: length), at: instance)
  }
}
