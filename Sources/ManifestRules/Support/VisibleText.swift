import ManifestLint

/// A text with its variables replaced, and the node that it stands in.
struct VisibleText: Sendable {
  /// The text; a variable without a value is U+FFFC.
  let text: String
  /// Where it stands.
  let node: Node
  /// Whether the text is the node's, letter for letter.
  private let isAsWritten: Bool

  /// Replaces the variables in a text.
  init(_ located: Located<String>, _ variables: Variables) {
    node = located.node
    guard located.node.mayHoldVariable else {
      (text, isAsWritten) = (located.value, true)
      return
    }
    text = Template(located.value).visibleText(variables)
    isAsWritten = text.utf8.elementsEqual(located.value.utf8)
  }

  /// A piece of it by its UTF-8 offsets; the whole where variables move the pieces.
  func mark(_ offsets: Range<Int>) -> Finding.Mark {
    isAsWritten ? node.piece(offsets) : .node(node)
  }
}
