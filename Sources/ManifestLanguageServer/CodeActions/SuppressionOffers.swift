import ManifestLint

/// Says which comments can suppress what was found in a document, and writes them.
struct SuppressionOffers {
  let analysis: Analysis

  private var document: ParsedDocument { analysis.document }
  private var writer: SuppressionWriter { SuppressionWriter(analysis.linter, level: .info, reason: nil) }

  /// The comments that are of use for some findings: one for each rule and line, and one for each rule.
  ///
  /// Whether a comment does nothing else is found out when it is written.
  func offers(for diagnostics: [Diagnostic]) -> [(Diagnostic, Message.CodeActionData.Suppression)] {
    guard analysis.role != .configuration else { return [] }
    var result: [(Diagnostic, Message.CodeActionData.Suppression)] = []
    var seen: Set<Message.CodeActionData.Suppression> = []
    for isInWholeFile in [false, true] {
      for diagnostic in diagnostics where writer.canComment(on: diagnostic, in: document.source, document.parsed) {
        let line = isInWholeFile ? 0 : document.lines.line(at: diagnostic.range.lowerBound)
        let key = Message.CodeActionData.Suppression(
          rule: diagnostic.rule, offset: line, isInWholeFile: isInWholeFile)
        guard seen.insert(key).inserted else { continue }
        let offset = Int(diagnostic.range.lowerBound.utf8Offset)
        result.append((diagnostic, .init(rule: diagnostic.rule, offset: offset, isInWholeFile: isInWholeFile)))
      }
    }
    return result
  }

  /// The edits that write a comment; `nil` where it would change something else, or there is no such finding.
  func edits(_ suppression: Message.CodeActionData.Suppression) -> [TextEdit]? {
    let diagnostic = analysis.diagnostics.first { diagnostic in
      diagnostic.rule == suppression.rule && Int(diagnostic.range.lowerBound.utf8Offset) == suppression.offset
    }
    return diagnostic.flatMap { diagnostic in
      writer.edits(
        suppressing: diagnostic, inWholeFile: suppression.isInWholeFile, of: document.source, document.parsed,
        analysis.result, analysis.options)
    }
  }
}
