import ManifestConfiguration
import ManifestFiles
import ManifestFormReport
import ManifestLint
import ManifestReport

/// A file that was checked: what was found in it, and its documents for the report that draws them.
struct CheckedFile: Sendable {
  /// What was found.
  var reported: ReportedFile
  /// The documents; none where nobody knows what they are.
  var documents: [FormDocument] = []
  /// What it says about suppressions that stand in other files; `nil` where nobody asks.
  var suppressions: SuppressionFacts?
}

extension CheckedFile {
  /// A file that cannot be read.
  init(unreadable path: FilePath, _ error: FileError) {
    let diagnostic = Diagnostic(rule: "unreadable-file", severity: .error, message: error.summary, at: .start)
    reported = ReportedFile(path: path.text, text: nil, diagnostics: [diagnostic])
  }

  /// A text that holds nothing of what it should: of what was found in it no more is told than that.
  init(hidden path: String, _ kind: DocumentKind?, _ result: LintResult) {
    let worst = result.diagnostics.max { $0.severity < $1.severity }
    let diagnostics = worst.map { worst in
      Diagnostic(
        rule: worst.rule, severity: worst.severity,
        message: "this is no \(kind?.label ?? "document of a known kind"), so nothing of it is shown",
        help: "name the file that was meant; to see what is in this one, give its path on the command line",
        at: .start)
    }
    reported = ReportedFile(
      path: path, text: SourceText(path: path, bytes: []).redacted([]), diagnostics: diagnostics.map { [$0] } ?? [],
      suppressed: [])
  }

  /// A text as linting found it.
  init(_ source: SourceText, _ result: LintResult) {
    reported = ReportedFile(
      path: source.path, text: result.text, diagnostics: result.toldDiagnostics, suppressed: result.suppressed)
  }

  /// What a report of findings needs of it: no documents, and no text where nothing was found.
  ///
  /// For runs that know at their end only what is to be said first, and so hold all files until then.
  var forFindings: CheckedFile {
    var file = self
    file.documents = []
    if reported.text != nil, reported.diagnostics.isEmpty, reported.suppressed.isEmpty {
      file.reported.text = SourceText(path: reported.path, bytes: []).redacted([])
    }
    return file
  }

  /// A text as linting found it, with what it holds.
  init(_ source: SourceText, _ result: LintResult, parsed: ParseResult, _ variables: Variables) {
    self.init(source, result)
    documents = zip(parsed.filledDocuments, result.kinds).map { tree, recognition in
      let kind: DocumentKind? = if case .known(let kind) = recognition { kind } else { nil }
      return FormDocument(root: tree.root, kind: kind, variables: variables)
    }
  }

  /// A configuration with what is wrong in it and what else is to be said of it; the pages that rules rest on do not
  /// speak of it.
  init(_ reading: ConfigurationReading, _ others: [Diagnostic] = []) {
    self.init(reading.configuration.source, reading.result)
    reported.citesSources = false
    reported.troubles = Set(reported.diagnostics)
    reported.diagnostics += others
    reported.diagnostics.sort { $0.precedes($1) }
  }
}
