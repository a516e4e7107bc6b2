public import ManifestText

/// An entry of the configuration that silences a rule at a place of one file.
///
/// Whoever reads the configuration has chosen by file already: an entry here is one for the file that is linted.
public struct IgnoreEntry: Hashable, Sendable {
  /// The id of the rule.
  public var rule: String
  /// The place as a JSON Pointer in which a list item with a `name` may be written `[name]`; `nil` for the whole file.
  public var pointer: String?
  /// Why.
  public var reason: String?
  /// The last day on which it counts.
  public var until: CalendarDay?
  /// Where it stands in the configuration: the same entry for the same file is equal to itself alone.
  public var range: TextRange

  /// Puts the parts together.
  public init(
    rule: String, pointer: String? = nil, reason: String? = nil, until: CalendarDay? = nil, range: TextRange
  ) {
    self.rule = rule
    self.pointer = pointer
    self.reason = reason
    self.until = until
    self.range = range
  }
}
