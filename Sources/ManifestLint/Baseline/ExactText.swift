/// A text that is compared by its bytes: names come from files, where two spellings of `é` are two names.
public struct ExactText: Sendable {
  /// The text.
  public var text: String

  /// Takes a text.
  public init(_ text: String) {
    self.text = text
  }
}

extension ExactText: Hashable {
  public static func == (first: ExactText, second: ExactText) -> Bool {
    first.text.utf8.elementsEqual(second.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension ExactText: Comparable {
  public static func < (first: ExactText, second: ExactText) -> Bool {
    first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
  }
}
