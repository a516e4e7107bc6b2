/// A piece of a source that a frame marks.
struct SourceSpan: Sendable {
  /// Where it is, as offsets of bytes.
  var range: Range<Int>
  /// What is said beside the mark.
  var label: DisplayText?
  /// Whether it is what the finding is about, marked `^^^^`, or only belongs to it, marked `----`.
  var isPrimary: Bool
}
