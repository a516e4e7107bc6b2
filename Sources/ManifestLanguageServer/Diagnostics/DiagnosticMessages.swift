import ManifestLint

/// Makes messages of what linting found.
struct DiagnosticMessages {
  let client: ClientCapabilities
  let encoding: PositionEncoding
  let rules: [String: RuleMetadata]

  /// What was found in a document.
  ///
  /// - Parameter other: The lines of another document, for places in it.
  func messages(
    _ analysis: Analysis, uri: (DocumentAddress) -> String, other: (DocumentAddress) -> LineTable?
  ) -> [Message.Diagnostic] {
    var positions = PositionMap(analysis.document.lines, encoding)
    return analysis.diagnostics.map { diagnostic in
      var message = message(diagnostic, &positions)
      guard client.showsRelatedInformation else { return message }
      let own = DocumentAddress(path: analysis.document.source.path)
      message.relatedInformation = diagnostic.notes.compactMap { note in
        let address = note.path.map { DocumentAddress(path: $0) } ?? own
        var range = Message.Range.beginning
        if address == own {
          range = positions.range(note.range)
        } else if let lines = other(address) {
          var others = PositionMap(lines, encoding)
          range = others.range(note.range)
        }
        return .init(location: Message.Location(uri: uri(address), range: range), message: note.message)
      }
      return message
    }
  }

  /// One finding, without the other places that belong to it.
  func message(_ diagnostic: Diagnostic, _ positions: inout PositionMap) -> Message.Diagnostic {
    var text = diagnostic.message
    if let help = diagnostic.help { text += "\nhelp: \(help)" }
    var message = Message.Diagnostic(
      range: positions.range(diagnostic.range), severity: diagnostic.severity, code: diagnostic.rule,
      page: client.showsCodeDescriptions ? rules[diagnostic.rule]?.source?.url : nil, message: text)
    if rules[diagnostic.rule]?.marksWhatCouldGo == true, client.diagnosticTags.contains(1) {
      message.tags = [.unnecessary]
    }
    if client.keepsDiagnosticData {
      message.data = Message.DiagnosticData(
        pointer: diagnostic.pointer, fix: diagnostic.fixIt?.message, isSafe: diagnostic.fixIt?.safety == .safe)
    }
    return message
  }
}

extension [Message.Diagnostic] {
  /// A text that is the same for the same diagnostics, and for no others that are likely.
  var resultID: String {
    var writer = JSONWriter(indented: false)
    write(to: &writer)
    // FNV-1a: one pass, the same in every run.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in writer.bytes {
      hash ^= UInt64(byte)
      hash = hash &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }
}
