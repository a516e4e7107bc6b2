import ManifestLint

/// A document as it stands in the editor, saved or not.
struct OpenDocument {
  /// The address as the editor writes it.
  let uri: String
  /// What the editor takes it for.
  let languageID: String
  /// The version that the editor has given it last.
  var version: Int
  /// The text.
  private(set) var lines: LineTable

  private var text: ChunkedText

  init(uri: String, languageID: String, version: Int, path: String, text: String, _ encoding: PositionEncoding) {
    self.uri = uri
    self.languageID = languageID
    self.version = version
    self.text = ChunkedText(text, encoding)
    lines = LineTable(SourceText(path: path, text: text))
  }

  /// Makes changes of the text.
  mutating func change(_ body: (inout ChunkedText) -> Void) {
    body(&text)
    lines = LineTable(SourceText(path: lines.source.path, bytes: text.bytes))
  }
}
