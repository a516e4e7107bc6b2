import ManifestReport
import ManifestText

/// A finding as the report shows it: its words with the secrets masked, its places as lines and columns.
struct ShownFinding: Sendable {
  /// A second place.
  struct Note: Sendable {
    var message: String
    /// The file, where it is another.
    var path: String?
    var place: LineColumn?
  }

  let rule: String
  let severity: Severity
  let message: String
  let help: String?
  let place: LineColumn?
  let notes: [Note]
  let fix: (message: String, safety: FixIt.Safety)?
  let pointer: String?
  let range: TextRange
  /// How many places are left out.
  let hiddenNotes: Int

  /// The most second places that are shown.
  private static let mostNotes = 32
}

extension ShownFinding {
  /// Makes findings of a file ready to be shown, in their order.
  static func all(_ diagnostics: [Diagnostic], in file: ReportedFile) -> [ShownFinding] {
    var converters: [String: PositionConverter] = [:]
    func place(_ range: TextRange, in path: String?) -> LineColumn? {
      let text = path == nil || path == file.path ? file.text : file.otherTexts[path ?? ""]
      guard let text else { return nil }
      return converters[path ?? file.path, default: PositionConverter(text.lines, columns: .characters)]
        .lineColumn(at: range.lowerBound)
    }
    func masking(_ words: String) -> String { file.text?.masking(words) ?? words }
    return diagnostics.map { diagnostic in
      let own = place(diagnostic.range, in: nil)
      var notes = diagnostic.notes.prefix(mostNotes).map { note in
        Note(
          message: masking(note.message), path: note.path == file.path ? nil : note.path,
          place: place(note.range, in: note.path))
      }
      if let label = diagnostic.label, !notes.isEmpty {
        notes.append(Note(message: masking(label), path: nil, place: own))
        notes.sort { ($0.path ?? "", $0.place?.line ?? 0) < ($1.path ?? "", $1.place?.line ?? 0) }
      }
      return ShownFinding(
        rule: diagnostic.rule, severity: diagnostic.severity, message: masking(diagnostic.message),
        help: diagnostic.help.map(masking), place: own, notes: notes,
        fix: diagnostic.fixIt.map { (masking($0.message), $0.safety) }, pointer: diagnostic.pointer,
        range: diagnostic.range, hiddenNotes: max(0, diagnostic.notes.count - mostNotes))
    }
  }
}
