/// The forms in which the specification has the outcome of a validation written.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  /// Whether the value is valid.
  case flag
  /// All that is wrong, or all annotations, in one list.
  case basic
  /// What is wrong, or the annotations, in the order of the schemas, without what only leads there.
  case detailed
  /// One entry for each schema and value.
  case list
  /// One entry for each schema and value, inside one another.
  case hierarchical
}
