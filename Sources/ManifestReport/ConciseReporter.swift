import ManifestText

/// Findings for editors and scripts: one line each.
struct ConciseReporter: Reporter {
  private let painter: Painter
  private var tally: Tally

  /// Shows findings of this severity and above.
  init(_ options: ReportOptions, level: Severity) {
    tally = Tally(options, level: level)
    painter = Painter(isColored: options.isColored)
  }

  mutating func begin(into output: inout [UInt8]) {}

  mutating func report(_ file: ReportedFile, into output: inout [UInt8]) {
    var converter = file.text.map { PositionConverter($0.lines, columns: .characters) }
    let path = Array(DisplayText(file.path.notLogCommand).printed())
    for diagnostic in tally.select(from: file) {
      let place = converter?.lineColumn(at: diagnostic.range.lowerBound) ?? LineColumn(line: 1, column: 1)
      painter.paint(path, .strong, into: &output)
      output.append(contentsOf: ":\(place.line):\(place.column): ".utf8)
      let rule = DisplayText(diagnostic.rule).printed()
      let head = Array("\(diagnostic.severity.rawValue)[".utf8) + rule + [UInt8(ascii: "]")]
      painter.paint(head, diagnostic.severity.style, into: &output)
      output.append(UInt8(ascii: " "))
      output.append(contentsOf: DisplayText(file.masking(diagnostic.message)).printed())
      output.append(UInt8(ascii: "\n"))
    }
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    tally.finish(summary, into: &output)
  }
}
