import ManifestSyntax

/// A number that others are compared with, digit by digit where it must be.
struct NumberBound: Sendable {
  private let bound: Violation.Bound
  private let value: Node
  private let limit: DecimalNumber
  private let small: Int?

  init(_ bound: Violation.Bound, _ value: Node, _ compiler: Compiler) throws(SchemaError) {
    guard value.kind == .integer || value.kind == .number, let limit = DecimalNumber(value.content.span) else {
      throw compiler.error("must be a number", at: value)
    }
    self.bound = bound
    self.value = value
    self.limit = limit
    small = limit.integer
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    let kind = evaluation.kind(instance)
    guard kind == .integer || kind == .number else { return true }
    let isKept: Bool
    if let small, let integer = evaluation.smallInteger(instance) {
      isKept = holds(integer, small)
    } else if let number = evaluation.number(instance) {
      isKept = holds(number, limit)
    } else {
      // `.nan` is on neither side of any bound.
      isKept = true
    }
    return isKept || evaluation.report(.bound(bound, limit: value), at: instance)
  }

  private func holds<Number: Comparable>(_ number: Number, _ limit: Number) -> Bool {
    switch bound {
    case .atLeast: number >= limit
    case .above: number > limit
    case .atMost: number <= limit
    case .below: number < limit
    }
  }
}
