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

  init(uri: String, languageID: String, version: Int, path: String, text: String) {
    self.uri = uri
    self.languageID = languageID
    self.version = version
    lines = LineTable(SourceText(path: path, text: text))
  }

  /// Makes one change: of a piece, or of all.
  mutating func change(_ range: Message.Range?, to text: String, _ encoding: PositionEncoding) {
    let source = lines.source
    guard let range else {
      lines = LineTable(SourceText(path: source.path, text: text))
      return
    }
    let offsets = PositionMap(lines, encoding).textRange(range).utf8Offsets
    var bytes = source.bytes
    bytes.replaceSubrange(offsets, with: text.utf8)
    lines = LineTable(SourceText(path: source.path, bytes: bytes))
  }
}
