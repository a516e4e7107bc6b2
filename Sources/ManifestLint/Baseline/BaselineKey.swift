/// What a baseline knows a finding by: never its line or its words.
public struct BaselineKey: Hashable, Sendable {
  /// The id of the rule.
  public var rule: String
  /// The place, with the names of list items: ``Node/namedPointer``.
  public var pointer: ExactText

  /// Puts the two together.
  public init(rule: String, pointer: String) {
    self.rule = rule
    self.pointer = ExactText(pointer)
  }
}

extension BaselineKey: Comparable {
  public static func < (first: BaselineKey, second: BaselineKey) -> Bool {
    first.rule == second.rule
      ? first.pointer < second.pointer : first.rule.utf8.lexicographicallyPrecedes(second.rule.utf8)
  }
}
