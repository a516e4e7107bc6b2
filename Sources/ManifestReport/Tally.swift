import ManifestText

/// What a report for people has shown so far, and what it has to say at its end.
struct Tally: Sendable {
  private let level: Severity
  private let maximum: Int?
  private let painter: Painter

  private var statistics: Statistics?
  private var shown = 0
  private var leftOut = 0
  private var filesWithFindings = 0

  /// Counts findings of this severity and above as shown.
  init(_ options: ReportOptions, level: Severity) {
    self.level = level
    maximum = options.maximumDiagnostics
    painter = Painter(isColored: options.isColored)
    statistics = options.showsStatistics ? Statistics() : nil
  }

  /// Takes in the findings of one more file, and says which are to be shown.
  mutating func select(from file: ReportedFile) -> [Diagnostic] {
    if statistics != nil {
      for diagnostic in file.diagnostics { statistics?.count(diagnostic) }
    }
    let selected = file.diagnostics.filter { $0.severity >= level }
    if !selected.isEmpty { filesWithFindings += 1 }
    let room = max(0, (maximum ?? .max) - shown)
    shown += min(room, selected.count)
    leftOut += max(0, selected.count - room)
    return Array(selected.prefix(room))
  }

  /// Writes the end of the report.
  func finish(_ summary: Summary, into output: inout [UInt8]) {
    statistics?.write(with: painter, into: &output)
    if leftOut > 0, let maximum {
      let more = SummaryLine.counted(leftOut, "more finding")
      output.append(contentsOf: "\(more) not shown (--max-diagnostics \(maximum))\n".utf8)
    }
    let line = SummaryLine(summary: summary, level: level, filesWithFindings: filesWithFindings)
    output.append(contentsOf: "\(line.text)\n".utf8)
  }
}
