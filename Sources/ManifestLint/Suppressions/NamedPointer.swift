import ManifestSyntax

/// A place in a document as people write it: a JSON Pointer in which a list item that has a `name` may be written
/// `[name]`.
///
/// In a stream of several documents `#1/app/name` is a place in the second; without the number it is that place in each
/// of them.
public struct NamedPointer: Hashable, Sendable {
  /// The document of a stream, from 0; `nil` for each of them.
  public var document: Int?
  /// The steps from the root, unescaped.
  let tokens: [[UInt8]]

  /// Reads a pointer; `nil` if the text is none.
  public init?(_ text: String) {
    var rest = text[...]
    if rest.hasPrefix("#") {
      let digits = rest.dropFirst().prefix { $0 != "/" }
      guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let number = Int(digits)
      else { return nil }
      document = number
      rest = rest[digits.endIndex...]
    }
    guard let tokens = JSONPointer.tokens(rest) else { return nil }
    self.tokens = tokens.map { Array($0.utf8) }
  }
}
