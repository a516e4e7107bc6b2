import ManifestReport
import ManifestText

/// Writes the source of a file: its lines by number, what findings mark, and masks where secrets stand.
struct SourceView {
  /// The text.
  let text: RedactedText
  /// The lines that are shown.
  let window: SourceWindow
  /// The findings whose places are marked.
  let findings: [ShownFinding]
  /// What the parts of the file are named by.
  let name: String
  /// Whether it is shown without being asked for.
  let isOpen: Bool

  /// The most columns of a line that are shown.
  private static let mostColumns = 2000
  /// The most places that are marked in one line.
  private static let mostMarks = 50

  /// A place that a finding marks.
  private struct Mark {
    var offsets: Range<Int>
    var severity: Severity
  }

  /// Writes it.
  func write(into html: inout HTMLWriter) {
    html.element(.details, .style("source"), isOpen ? .flag(.open) : nil) { html in
      html.element(.summary, text: "Source, \(SummaryLine.counted(window.count, "line"))")
      if !window.isWhole {
        html.element(.p, .style("remark"), text: "The file is long: shown are its start and the lines around findings.")
      }
      // The numbers are beside the text, so code may be wider than the page: it scrolls, also by the keyboard.
      html.element(.pre, .text(.ariaLabel, "Source of \(text.path)"), .text(.role, "region"), .focusable) { html in
        html.element(.code) { html in writeLines(into: &html) }
      }
    }
  }

  private func writeLines(into html: inout HTMLWriter) {
    let marks = marks
    var next = 1
    for lines in window.lines {
      writeGap(next..<lines.lowerBound, into: &html)
      for line in lines { write(line, marks[line] ?? [], into: &html) }
      next = lines.upperBound
    }
    writeGap(next..<window.count + 1, into: &html)
  }

  private func writeGap(_ lines: Range<Int>, into html: inout HTMLWriter) {
    if lines.isEmpty { return }
    html.element(.span, .style("gap"), text: "\(SummaryLine.counted(lines.count, "line")) not shown")
    html.newline()
  }

  private func write(_ line: Int, _ marks: [Mark], into html: inout HTMLWriter) {
    var display = DisplayText()
    let isWhole = display.append(text.pieces(of: text.lines.range(ofLine: line)), columns: Self.mostColumns)
    let id = HTMLIdentifier("\(name)-L\(line)")
    let severity = marks.map(\.severity).max()
    html.element(.span, .style(severity.map { "line \($0.rawValue)" } ?? "line"), .id(id)) { html in
      html.element(.a, .style("number"), .link(HTMLAddress(id)), text: "\(line)")
      var run = 0..<0
      var runSeverity: Severity?
      func flush(into html: inout HTMLWriter) {
        if run.isEmpty { return }
        guard let runSeverity else { return html.text(display, run) }
        html.element(.span, .style("mark \(runSeverity.rawValue)")) { $0.text(display, run) }
      }
      for (index, cell) in display.cells.enumerated() {
        let severity = marks.lazy.filter { $0.offsets.overlaps(cell.source) }.map(\.severity).max()
        if severity != runSeverity {
          flush(into: &html)
          run = index..<index
          runSeverity = severity
        }
        run = run.lowerBound..<index + 1
      }
      flush(into: &html)
      if !isWhole { html.element(.span, .style("gap"), text: " … the line goes on") }
      html.newline()
    }
  }

  /// What findings mark, by line; of a place that goes over several lines, the first.
  private var marks: [Int: [Mark]] {
    var marks: [Int: [Mark]] = [:]
    for finding in findings {
      guard let line = finding.place?.line, marks[line, default: []].count < Self.mostMarks else { continue }
      marks[line, default: []].append(Mark(offsets: finding.range.utf8Offsets, severity: finding.severity))
    }
    return marks
  }
}
