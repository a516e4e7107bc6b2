import ManifestSyntax

/// `if`, `then` and `else`: what a value must be depends on whether it is valid by the first schema.
final class Conditional: Keyword {
  static let name = "if"
  static let vocabulary = Vocabulary.applicator
  static let drafts = Draft.draft7 ... .draft2020

  private let value: Node
  private let condition: SubschemaID
  private let consequence: SubschemaID?
  private let alternative: SubschemaID?

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    self.value = value
    condition = try compiler.subschemaInPlace(value)
    consequence = try Self.branch("then", &compiler)
    alternative = try Self.branch("else", &compiler)
  }

  private static func branch(_ name: String, _ compiler: inout Compiler) throws(SchemaError) -> SubschemaID? {
    guard let value = compiler.sibling(name) else { return nil }
    return try compiler.subschemaInPlace(value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    let outer = evaluation.beginQuestion()
    let isMet = evaluation.holds(condition, instance)
    if evaluation.isWithoutAnswer(outer, unless: isMet) { return false }
    guard let branch = isMet ? consequence : alternative else { return true }
    return evaluation.accepts(branch, instance, because: isMet ? .met : .unmet, value)
  }
}
