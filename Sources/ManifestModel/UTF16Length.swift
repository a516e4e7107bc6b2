/// How long a text is, as HTML's `maxlength` and JavaScript count.
public struct UTF16Length: Hashable, Sendable {
  /// UTF-16 code units of what is known of the text.
  public let codeUnits: Int
  /// Grapheme clusters of what is known of the text.
  public let characters: Int
  /// Whether a variable without a value may make it longer.
  public let isLowerBound: Bool

  /// Measures a text.
  public init(_ text: String, _ variables: Variables) {
    let parts = Template(text).resolved(variables)
    let known = parts.compactMap(\.self).joined()
    codeUnits = known.utf16.count
    characters = known.count
    isLowerBound = parts.contains(nil)
  }

  /// Whether a text may have more UTF-16 code units than a limit: it never has more of them than of bytes.
  public static func mayExceed(_ limit: Int, _ text: Located<String>) -> Bool {
    text.value.utf8.count > limit || text.node.mayHoldVariable
  }
}
