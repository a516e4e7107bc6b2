/// What a baseline silences in one text.
public enum KnownFindings: Hashable, Sendable {
  /// Whatever is found, as when the baseline is being written.
  case all
  /// So many findings of a rule at a place.
  case counted([BaselineKey: Int])
}
