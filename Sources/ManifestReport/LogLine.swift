import ManifestText

extension String {
  /// A path at the start of a line as no build server takes it for a command (`::error …`).
  ///
  /// GitHub looks past blanks for it. What it obeys further on in a line is taken care of by ``DisplayText``.
  var notLogCommand: String {
    let start = unicodeScalars.drop { $0.properties.isWhitespace || $0.isInvisibleControl }
    return start.starts(with: "::".unicodeScalars) ? "./\(self)" : self
  }
}
