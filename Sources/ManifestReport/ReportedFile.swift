public import ManifestText

/// One file and what was found in it.
public struct ReportedFile: Hashable, Sendable {
  /// The path as it is shown.
  public var path: String
  /// The text with its secrets hidden; `nil` when the file could not be read.
  public var text: RedactedText?
  /// What was found, sorted as ``Diagnostic/precedes(_:)`` says.
  public var diagnostics: [Diagnostic]
  /// What was found and is not shown, in the same order.
  public var suppressed: [SuppressedDiagnostic]
  /// The texts that notes with another path point into, by that path.
  public var otherTexts: [String: RedactedText]
  /// Whether the pages and reasons that rules rest on are about this file; they are not for one of the tool's own.
  public var citesSources = true
  /// What was found that makes the exit code 2, whatever fails the run otherwise.
  public var troubles: Set<Diagnostic> = []

  /// Puts the parts together.
  public init(
    path: String, text: RedactedText?, diagnostics: [Diagnostic], suppressed: [SuppressedDiagnostic] = [],
    otherTexts: [String: RedactedText] = [:]
  ) {
    self.path = path
    self.text = text
    self.diagnostics = diagnostics
    self.suppressed = suppressed
    self.otherTexts = otherTexts
  }
}

extension ReportedFile {
  /// The text that a note points into, if it is at hand.
  func text(of note: Note) -> RedactedText? {
    guard let notePath = note.path, notePath != path else { return text }
    return otherTexts[notePath]
  }

  /// Whether a finding says that something could not be checked, so that the exit code is 2 whatever fails the run.
  public func isTrouble(_ diagnostic: Diagnostic) -> Bool {
    text == nil || troubles.contains(diagnostic)
      || (diagnostic.severity == .error && diagnostic.rule == "incomplete-validation")
  }

  /// Words of ours about this file as people are shown them, with the secrets masked that they quote and what must not be
  /// printed in writing: whoever reads the report may print them to a log or a terminal.
  func shown(_ words: String) -> String {
    let masked = masking(words)
    let isPlain = masked.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "[") }
    return isPlain ? masked : String(decoding: DisplayText(masked).printed(), as: UTF8.self)
  }

  /// The address of the page that a rule rests on, where that page is about this file.
  func source(of rule: RuleDescription?) -> String? {
    citesSources ? rule?.sourceURL : nil
  }

  /// Words of ours about this file, with the secrets masked that they quote.
  func masking(_ words: String) -> String {
    text?.masking(words) ?? words
  }

  /// The edits of a fix; `nil` if one of them would show a secret: half a fix is none.
  func shownEdits(of fix: FixIt) -> [TextEdit]? {
    guard let text else { return fix.edits }
    return fix.edits.allSatisfy { text.replacement(of: $0) != nil } ? fix.edits : nil
  }
}
