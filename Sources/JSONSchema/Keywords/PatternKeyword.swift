import ManifestSyntax

/// `pattern`: the regular expression is found in a text.
final class PatternKeyword: Keyword {
  static let name = "pattern"

  private let pattern: Pattern

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard value.kind == .string else { throw compiler.error("must be a text", at: value) }
    pattern = try compiler.pattern(value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .string else { return true }
    guard let isFound = evaluation.isFound(pattern, in: instance) else {
      return evaluation.giveUp(.tooCostly, at: instance)
    }
    return isFound || evaluation.report(.pattern(pattern.text), at: instance)
  }
}

extension Evaluation {
  /// Whether a pattern is found in a text; `nil` if it takes too long to tell.
  func isFound(_ pattern: Pattern, in instance: Instance) -> Bool? {
    var budget = patternSteps
    defer { patternSteps = budget }
    return withContent(instance) { text in
      do throws(PatternStepLimit) {
        return try pattern.isFound(in: text, budget: &budget)
      } catch {
        return nil
      }
    }
  }
}
