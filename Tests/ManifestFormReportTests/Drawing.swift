import ManifestFormReport
import ManifestModel
import ManifestReport
import ManifestSyntax
import ManifestTestSupport
import ManifestText

/// The program as the tests name it.
let tool = Tool(name: "manifestlint", version: "0.1.0", rulesCheckedOn: "2026-11-21")

/// A rule that has a description.
let nameLength = RuleDescription(
  id: "name-length", section: "Extensions", severity: .error, origin: "platform", summary: "The name is too long.",
  rationale: "Developer Hub takes no more.", remedy: "Shorten it.", sourceTitle: "Registering a private app",
  sourceURL: "https://example.com/page?a=1&b=2", checkedOn: "2026-11-21")

/// A file for a report, made of a text.
struct DrawnFile {
  var file: ReportedFile
  var documents: [FormDocument]

  /// A file with findings, whose marked secrets are hidden.
  ///
  /// Marks are those of ``MarkedText``: `0️⃣` is a secret, the findings are made with the ranges of the others.
  init(
    _ marked: String, path: String = "pipedrive.app.yaml", kind: DocumentKind? = .appManifest,
    variables: Variables = Variables(), suppressed: [SuppressedDiagnostic] = [],
    _ diagnostics: ([String: TextRange], [Node]) -> [Diagnostic] = { _, _ in [] }
  ) {
    let marks = MarkedText(marked)
    let source = SourceText(path: path, text: marks.text)
    let parsed = path.hasSuffix(".json") ? JSONParser.parse(source) : YAMLParser.parse(source)
    let secrets = marks.ranges["0️⃣"].map { [$0] } ?? []
    let roots = parsed.filledDocuments.map(\.root)
    file = ReportedFile(
      path: path, text: source.redacted(secrets), diagnostics: diagnostics(marks.ranges, roots), suppressed: suppressed)
    documents = roots.map { FormDocument(root: $0, kind: kind, variables: variables) }
  }
}

/// The report over some files.
func drawn(
  _ files: [DrawnFile], rules: [RuleDescription] = [nameLength], level: Severity? = nil
) -> String {
  var reporter = FormReporter(
    ReportOptions(tool: tool, rules: RuleDescriptions { rules }, level: level))
  var output: [UInt8] = []
  var summary = Summary()
  reporter.begin(into: &output)
  for file in files {
    summary.count(file.file)
    reporter.report(file.file, file.documents, into: &output)
  }
  reporter.finish(summary, into: &output)
  return String(decoding: output, as: UTF8.self)
}

/// The report over one file, read.
func page(_ file: DrawnFile) -> MarkupPage {
  MarkupPage(drawn([file]))
}
