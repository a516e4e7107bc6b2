import ManifestText

/// Workflow commands (`::error file=…::…`), which GitHub Actions turns into annotations of the changed lines.
///
/// GitHub makes annotations of the first ten commands of each level in a step and drops the rest without a word. So no
/// more are written, the worst first; the findings beyond are lines of the log, in a group, and a last notice says how
/// many there are of all.
struct GitHubReporter: Reporter {
  private let options: ReportOptions
  private let level: Severity
  private var commands: [Severity: [[UInt8]]] = [:]
  private var filesWithFindings = 0
  private var findingsInLog = 0

  /// How many annotations of a level a step can have.
  private static let mostAnnotations = 10

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
      let range = places.range(of: diagnostic)
      let line = line(diagnostic, path, range.lowerBound, in: file)
      // The last notice is the summary.
      let room = diagnostic.severity == .info ? Self.mostAnnotations - 1 : Self.mostAnnotations
      if commands[diagnostic.severity, default: []].count < room {
        commands[diagnostic.severity, default: []].append(command(for: diagnostic, path, range, line, in: file))
        continue
      }
      if findingsInLog == 0 { output.append(contentsOf: "::group::Findings without an annotation\n".utf8) }
      findingsInLog += 1
      output.append(contentsOf: line + "\n".utf8)
    }
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    if findingsInLog > 0 { output.append(contentsOf: "::endgroup::\n".utf8) }
    for severity in Severity.allCases {
      for command in commands[severity, default: []] { output.append(contentsOf: command) }
    }
    var text = SummaryLine(summary: summary, level: level, filesWithFindings: filesWithFindings).text
    if findingsInLog > 0 {
      text += "; \(SummaryLine.counted(findingsInLog, "finding")) beyond the annotations that GitHub shows in the log"
    }
    // A run that found nothing needs no annotation.
    let isAnnotation = filesWithFindings > 0
    output.append(contentsOf: "\(isAnnotation ? "::notice title=\(options.tool.name)::" : "")\(text)\n".utf8)
  }

  /// The finding as a line of the log, which shows neither file nor place of a command.
  private func line(_ diagnostic: Diagnostic, _ path: String, _ place: LineColumn, in file: ReportedFile) -> [UInt8] {
    let words =
      "\(path.notLogCommand):\(place.line):\(place.column): \(diagnostic.severity.rawValue)[\(diagnostic.rule)] "
    return Array(DisplayText(words + file.masking(diagnostic.message)).printed())
  }

  private func command(
    for diagnostic: Diagnostic, _ path: String, _ range: Range<LineColumn>, _ line: [UInt8], in file: ReportedFile
  ) -> [UInt8] {
    let (start, end) = (range.lowerBound, range.upperBound)
    var properties = [("file", path), ("line", String(start.line)), ("endLine", String(end.line))]
    // GitHub refuses columns of a piece of several lines.
    if start.line == end.line {
      properties += [("col", String(start.column)), ("endColumn", String(max(start.column, end.column - 1)))]
    }
    properties.append(("title", "\(options.tool.name): \(diagnostic.rule)"))
    var command = Array("::\(diagnostic.severity.gitHubName) ".utf8)
    for (index, (name, value)) in properties.enumerated() {
      command += Array((index > 0 ? "," : "").utf8) + Array("\(name)=".utf8)
      command += Self.escaped(DisplayText(value).printed(), also: ":,")
    }
    command += Array("::".utf8) + Self.escaped(line[...], also: "")
    if let help = diagnostic.help {
      command += Array("%0Ahelp: ".utf8) + Self.escaped(DisplayText(file.masking(help)).printed(), also: "")
    }
    return command + [UInt8(ascii: "\n")]
  }

  private static func escaped(_ bytes: ArraySlice<UInt8>, also more: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "%"): result.append(contentsOf: "%25".utf8)
      case UInt8(ascii: "\r"): result.append(contentsOf: "%0D".utf8)
      case UInt8(ascii: "\n"): result.append(contentsOf: "%0A".utf8)
      case _ where more.utf8.contains(byte):
        result.append(contentsOf: "%\(String(byte, radix: 16, uppercase: true))".utf8)
      default: result.append(byte)
      }
    }
    return result
  }
}

extension Severity {
  fileprivate var gitHubName: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }
}
