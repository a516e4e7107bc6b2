import ManifestLint

/// Makes edits of messages, with places in the unit that was agreed on.
struct EditWriter {
  let client: ClientCapabilities
  let encoding: PositionEncoding

  /// Edits of one text as messages have them.
  func edits(_ edits: [TextEdit], in lines: LineTable) -> [Message.TextEdit] {
    var positions = PositionMap(lines, encoding)
    return edits.map { Message.TextEdit(range: positions.range($0.range), newText: $0.replacement) }
  }

  /// A change of one document.
  func workspaceEdit(_ edits: [TextEdit], in lines: LineTable, uri: String, version: Int?) -> Message.WorkspaceEdit {
    Message.WorkspaceEdit(
      documents: [.init(uri: uri, version: version, edits: self.edits(edits, in: lines))],
      hasVersions: client.takesDocumentChanges)
  }
}
