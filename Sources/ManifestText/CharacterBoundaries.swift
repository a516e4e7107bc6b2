/// Finds where characters (extended grapheme clusters) begin in bytes that need not be valid UTF-8.
///
/// Fed scalar by scalar, so that a text of any length, even one endless character, takes one pass and no copy. The
/// standard library's `String` would count the same, but only in whole strings of valid text.
public struct CharacterBoundaries: Sendable {
  // The one name with an underscore that is used here: public in the standard library since Swift 5.9, and what the
  // ropes of swift-collections are built on. Nothing else there finds boundaries in a text that is not a `String`.
  private var recognizer = Unicode._CharacterRecognizer()

  /// Stands before the first scalar of a text.
  public init() {}

  /// Takes the next scalar, or `nil` for an invalid byte, and says whether a character begins with it.
  public mutating func isBoundary(before scalar: Unicode.Scalar?) -> Bool {
    if let scalar { return recognizer.hasBreak(before: scalar) }
    recognizer = Unicode._CharacterRecognizer()
    return true
  }
}
