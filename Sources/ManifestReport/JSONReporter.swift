import ManifestText

/// One JSON document, in the shape that `Schemas/report.schema.json` describes.
///
/// The counts stand before the findings, which are kept, already written, until the last file has come.
struct JSONReporter: Reporter {
  private let tool: Tool
  private let finding: JSONFinding
  private let level: Severity
  /// The findings of each file, already written, in the order in which they came.
  private var findings: [(path: String, written: JSONWriter)] = []
  private var diagnostics = JSONWriter(indented: true, depth: 2)

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
      finding.write(diagnostic, places: &places, to: &diagnostics)
    }
    if diagnostics.bytes.isEmpty { return }
    findings.append((file.path, diagnostics))
    diagnostics = JSONWriter(indented: true, depth: 2)
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    var writer = JSONWriter(indented: true)
    writer.object { writer in
      JSONFinding.writeHead(tool, summary, to: &writer)
      // A document that a manifest refers to comes behind the manifest; the report has all in order of path.
      let ordered = findings.enumerated().sorted { left, right in
        let (path, other) = (left.element.path.utf8, right.element.path.utf8)
        return path.elementsEqual(other) ? left.offset < right.offset : path.lexicographicallyPrecedes(other)
      }
      writer.member("diagnostics") { $0.array(of: ordered.map(\.element.written)) }
    }
    writer.newline()
    output.append(contentsOf: writer.bytes)
  }
}
