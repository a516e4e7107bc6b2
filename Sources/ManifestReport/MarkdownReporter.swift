import ManifestText

/// Markdown, for a comment on a pull request or the summary of a job: a heading with the counts and a table, the worst
/// first, advice folded away.
///
/// It stays below what GitHub takes of a comment (65,536 characters); what does not fit is counted.
struct MarkdownReporter: Reporter {
  private let options: ReportOptions
  private let level: Severity
  private var rows: [Severity: Rows] = [:]
  private var filesWithFindings = 0

  private static let mostBytes = 60_000

  /// The rows of one severity, as many as there is room for.
  private struct Rows {
    var bytes: [UInt8] = []
    /// How long the text is after each row.
    var ends: [Int] = []
    var count = 0
  }

  /// Shows findings of this severity and above.
  init(_ options: ReportOptions, level: Severity) {
    self.options = options
    self.level = level
  }

  mutating func begin(into output: inout [UInt8]) {}

  mutating func report(_ file: ReportedFile, into output: inout [UInt8]) {
    let findings = file.diagnostics.filter { $0.severity >= level }
    if findings.isEmpty { return }
    filesWithFindings += 1
    let path = options.paths.path(file.path)
    var places = FilePlaces(file, columns: .characters)
    for diagnostic in findings {
      var kind = rows.removeValue(forKey: diagnostic.severity) ?? Rows()
      kind.count += 1
      if kind.bytes.count < Self.mostBytes {
        kind.bytes += row(for: diagnostic, path, places.range(of: diagnostic).lowerBound, in: file).utf8
        kind.ends.append(kind.bytes.count)
      }
      rows[diagnostic.severity] = kind
    }
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    let line = SummaryLine(summary: summary, level: level, filesWithFindings: filesWithFindings)
    output.append(contentsOf: "### \(options.tool.name): \(line.text)\n".utf8)
    var room = Self.mostBytes
    var leftOut = 0
    for severities in [[Severity.error, .warning], [.info]] {
      var table: [UInt8] = []
      for severity in severities {
        let kind = rows[severity] ?? Rows()
        let fitting = kind.ends.prefix { $0 <= room }
        table += kind.bytes[..<(fitting.last ?? 0)]
        room -= fitting.last ?? 0
        // What is milder than something that is left out is left out too.
        if fitting.count < kind.count { room = 0 }
        leftOut += kind.count - fitting.count
      }
      if table.isEmpty { continue }
      let isFolded = severities == [.info]
      if isFolded { output.append(contentsOf: "\n<details>\n<summary>Advice</summary>\n".utf8) }
      output.append(contentsOf: "\n| | Place | Finding | Rule |\n| --- | --- | --- | --- |\n".utf8)
      output.append(contentsOf: table)
      if isFolded { output.append(contentsOf: "\n</details>\n".utf8) }
    }
    if leftOut > 0 { output.append(contentsOf: "\n\(SummaryLine.counted(leftOut, "more finding")) not shown.\n".utf8) }
  }

  private func row(for diagnostic: Diagnostic, _ path: String, _ place: LineColumn, in file: ReportedFile) -> String {
    let rule = MarkdownText.escaped(diagnostic.rule)
    let link = file.source(of: options.rules[diagnostic.rule]).map { "[\(rule)](<\($0)>)" } ?? rule
    let help = diagnostic.help.map { "<br>\(MarkdownText.escaped(file.masking($0)))" } ?? ""
    let cells = [
      diagnostic.severity.rawValue, "<code>\(MarkdownText.escaped(path)):\(place.line):\(place.column)</code>",
      MarkdownText.escaped(file.masking(diagnostic.message)) + help, link,
    ]
    return "| \(cells.joined(separator: " | ")) |\n"
  }
}
