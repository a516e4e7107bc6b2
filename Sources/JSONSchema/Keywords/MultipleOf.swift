import ManifestSyntax

/// `multipleOf`: a number is a whole number of times this one, with all digits of both.
final class MultipleOf: Keyword {
  static let name = "multipleOf"

  private let value: Node
  private let divisor: DecimalNumber
  private let small: Int?

  /// A divisor with more digits would make a long number slow to check.
  private static let digitLimit = 1_000

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard value.kind == .integer || value.kind == .number, let divisor = DecimalNumber(value.content.span),
      divisor > DecimalNumber(0), divisor.isFinite, divisor.digits.count <= Self.digitLimit
    else { throw compiler.error("must be a number above 0", at: value) }
    self.value = value
    self.divisor = divisor
    small = divisor.integer
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    let kind = evaluation.kind(instance)
    guard kind == .integer || kind == .number else { return true }
    if let small, kind == .integer, let integer = evaluation.smallInteger(instance) {
      return integer % small == 0 || evaluation.report(.multiple(of: value), at: instance)
    }
    guard let number = evaluation.number(instance) else { return true }
    return number.isMultiple(of: divisor) || evaluation.report(.multiple(of: value), at: instance)
  }
}
