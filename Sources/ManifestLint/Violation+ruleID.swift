public import JSONSchema

extension Violation {
  /// The id of the rule that reports it: what the schema says in `x-rule`, else what fits its keyword.
  public var ruleID: String {
    if isIncomplete { return "incomplete-validation" }
    if let rule { return rule }
    switch fact {
    case .required: return "missing-key"
    case .unknownKey: return "unknown-key"
    case .type: return node.kind == .null ? "empty-value" : "wrong-type"
    case .enumeration, .constant: return "invalid-value"
    case .length(.atLeast(1), _), .itemCount(.atLeast(1), _): return "empty-value"
    default: return "schema-violation"
    }
  }
}

extension LintContext {
  /// What the schema refuses and this rule reports.
  public func violations(for rule: String) -> [Violation] {
    violations.filter { $0.ruleID == rule }
  }
}
