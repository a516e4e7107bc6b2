import ManifestText

/// One JSON object a line: each finding as it comes, at the end what is about the whole run.
///
/// A reader that has seen the last line, the one with `summary`, knows that it has seen all.
struct JSONLinesReporter: Reporter {
  private let tool: Tool
  private let finding: JSONFinding
  private let level: Severity

  /// Reports findings of this severity and above.
  init(_ options: ReportOptions, level: Severity) {
    tool = options.tool
    finding = JSONFinding(rules: options.rules)
    self.level = level
  }

  mutating func begin(into output: inout [UInt8]) {}

  mutating func report(_ file: ReportedFile, into output: inout [UInt8]) {
    var places = FilePlaces(file, columns: .utf16CodeUnits)
    for diagnostic in file.diagnostics where diagnostic.severity >= level {
      var writer = JSONWriter(indented: false)
      finding.write(diagnostic, places: &places, to: &writer)
      writer.newline()
      output.append(contentsOf: writer.bytes)
    }
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    var writer = JSONWriter(indented: false)
    writer.object { JSONFinding.writeHead(tool, summary, to: &$0) }
    writer.newline()
    output.append(contentsOf: writer.bytes)
  }
}
