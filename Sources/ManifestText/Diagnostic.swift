/// What is wrong at one place of one file, as plain data.
public struct Diagnostic: Hashable, Sendable {
  /// The id of the rule, such as `name-length`.
  public var rule: String
  /// How bad it is.
  public var severity: Severity
  /// What is wrong, in one line that stands alone.
  public var message: String
  /// What is wrong with the marked piece itself, shown beside its mark.
  public var label: String?
  /// What to do about it.
  public var help: String?
  /// The marked piece.
  public var range: TextRange
  /// The place as a JSON Pointer (RFC 6901); `nil` where there is no value, as in a syntax error.
  public var pointer: String?
  /// The place by names that stay when items move: the pointer in which an item that has a `name` is written `[name]`.
  public var namedPointer: String?
  /// Other places that belong to it.
  public var notes: [Note]
  /// The fix, if there is one.
  public var fixIt: FixIt?

  /// Puts the parts together.
  public init(
    rule: String, severity: Severity, message: String, label: String? = nil, help: String? = nil, at range: TextRange,
    pointer: String? = nil, notes: [Note] = [], fixIt: FixIt? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.label = label
    self.help = help
    self.range = range
    self.pointer = pointer
    self.notes = notes
    self.fixIt = fixIt
  }
}

extension Diagnostic {
  /// Whether this one is listed before another of the same file: by place, then rule, then message.
  public func precedes(_ other: Diagnostic) -> Bool {
    let (own, others) = (range, other.range)
    if own.lowerBound != others.lowerBound { return own.lowerBound < others.lowerBound }
    if own.upperBound != others.upperBound { return own.upperBound < others.upperBound }
    if rule != other.rule { return rule < other.rule }
    return message < other.message
  }
}
