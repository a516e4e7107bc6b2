import ManifestText

/// Checkstyle's XML, which many build servers and reviewers read.
struct CheckstyleReporter: Reporter {
  private let options: ReportOptions
  private let level: Severity

  /// Reports findings of this severity and above.
  init(_ options: ReportOptions, level: Severity) {
    self.options = options
    self.level = level
  }

  mutating func begin(into output: inout [UInt8]) {
    var writer = XMLWriter()
    writer.declaration()
    writer.start("checkstyle", ["version": options.tool.version])
    writer.newline()
    output.append(contentsOf: writer.bytes)
  }

  mutating func report(_ file: ReportedFile, into output: inout [UInt8]) {
    var writer = XMLWriter()
    var places = FilePlaces(file, columns: .utf16CodeUnits)
    writer.start("file", ["name": options.paths.path(file.path)])
    for diagnostic in file.diagnostics where diagnostic.severity >= level {
      let place = places.range(of: diagnostic).lowerBound
      writer.newline()
      writer.empty(
        "error",
        [
          "line": String(place.line), "column": String(place.column), "severity": diagnostic.severity.rawValue,
          "message": file.shown(diagnostic.message), "source": "\(options.tool.name).\(diagnostic.rule)",
        ])
    }
    writer.end("file")
    writer.newline()
    output.append(contentsOf: writer.bytes)
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    output.append(contentsOf: "</checkstyle>\n".utf8)
  }
}
