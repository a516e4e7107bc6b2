/// What a baseline knows a finding by: never its line or its words.
public struct BaselineKey: Sendable {
  /// The id of the rule.
  public var rule: String
  /// The place, with the names of list items: ``Node/namedPointer``.
  public var pointer: String

  /// Puts the two together.
  public init(rule: String, pointer: String) {
    self.rule = rule
    self.pointer = pointer
  }
}

// Names come from files: they are compared by their bytes.

extension BaselineKey: Hashable {
  public static func == (first: BaselineKey, second: BaselineKey) -> Bool {
    first.rule.utf8.elementsEqual(second.rule.utf8) && first.pointer.utf8.elementsEqual(second.pointer.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in rule.utf8 { hasher.combine(byte) }
    for byte in pointer.utf8 { hasher.combine(byte) }
  }
}

extension BaselineKey: Comparable {
  public static func < (first: BaselineKey, second: BaselineKey) -> Bool {
    if first.rule != second.rule { return first.rule.utf8.lexicographicallyPrecedes(second.rule.utf8) }
    return first.pointer.utf8.lexicographicallyPrecedes(second.pointer.utf8)
  }
}
