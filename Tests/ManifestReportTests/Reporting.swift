@testable import ManifestReport
import ManifestTestSupport
import ManifestText

/// The program as the tests name it.
let tool = Tool(name: "manifestlint", version: "0.1.0", rulesCheckedOn: "2026-11-21")

/// A rule with a source, for the tests that show one.
let actionsPerLocation = RuleDescription(
  id: "actions-per-location", section: "Extensions", severity: .error, origin: "platform",
  summary: "Too many actions in one view.", rationale: "Developer Hub takes no more than 3.",
  remedy: "Remove an action from that view.", sourceTitle: "Registering a private app › Link actions",
  sourceURL: "https://example.com/link-actions", checkedOn: "2026-11-21")

/// The options of most tests: no colours, no rules, everything shown.
func plain(
  rules: [RuleDescription] = [], width: Int? = nil, level: Severity? = .info,
  adjust: (inout ReportOptions) -> Void = { _ in }
) -> ReportOptions {
  var options = ReportOptions(
    tool: tool, rules: RuleDescriptions { rules }, level: level, terminalWidth: width)
  adjust(&options)
  return options
}

/// The whole report over some files, as text.
func report(_ files: [ReportedFile], as format: ReportFormat = .text, _ options: ReportOptions = plain()) -> String {
  String(decoding: reportedBytes(files, as: format, options), as: UTF8.self)
}

/// The whole report over some files.
func reportedBytes(_ files: [ReportedFile], as format: ReportFormat, _ options: ReportOptions) -> [UInt8] {
  var reporter = format.reporter(options)
  var output: [UInt8] = []
  var summary = Summary()
  reporter.begin(into: &output)
  for file in files {
    summary.count(file)
    reporter.report(file, into: &output)
  }
  reporter.finish(summary, into: &output)
  return output
}

/// The frame of one finding over a marked text: 1️⃣ is what it is about, the labels say what stands beside the marks.
func frame(
  _ marked: String, _ labels: [String: String?], width: Int? = nil, secret: String? = nil, help: String? = nil,
  fix: ((MarkedText) -> FixIt)? = nil
) -> String {
  let marks = MarkedText(marked)
  let source = SourceText(path: "app.yaml", text: marks.text)
  let notes = labels.keys.sorted().filter { $0 != "1️⃣" }.compactMap { mark -> Note? in
    guard let range = marks.ranges[mark], let label = labels[mark] else { return nil }
    return Note(label ?? "", at: range)
  }
  let diagnostic = Diagnostic(
    rule: "rule", severity: .error, message: "message", label: labels["1️⃣"] ?? nil, help: help,
    at: marks.ranges["1️⃣"] ?? .start, notes: notes, fixIt: fix?(marks))
  let secrets = secret.flatMap { marks.ranges[$0] }.map { [$0] } ?? []
  let text = report(
    [ReportedFile(path: "app.yaml", text: source.redacted(secrets), diagnostics: [diagnostic])], plain(width: width))
  // The header and the closing line are the same in all of them.
  return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast(3).joined(separator: "\n")
}

/// How many columns a terminal gives to a row.
func columns(of row: Substring) -> Int {
  row.reduce(0) { $0 + DisplayWidth.columns(of: Array($1.unicodeScalars)[...]) }
}
