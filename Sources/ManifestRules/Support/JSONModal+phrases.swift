import ManifestLint

extension JSONModal.ComponentKind {
  /// Its name with an article: `an input`.
  var phrase: String {
    switch self {
    case .text: "a text block"
    case .input: "an input"
    default: "a \(label)"
    }
  }
}

extension Node {
  /// The text of a string without variables, whose value is thus known; `nil` for everything else.
  var literalText: String? {
    guard let text = string, Template(text).variables.isEmpty else { return nil }
    return text
  }

  /// Whether it is a text of blanks or of nothing.
  var isBlank: Bool { string?.unicodeScalars.allSatisfy(\.properties.isWhitespace) == true }
}
