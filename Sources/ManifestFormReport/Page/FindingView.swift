import ManifestReport
import ManifestText

/// Writes findings where they belong.
struct FindingView {
  /// What the parts of the file are named by.
  let name: String
  /// The lines of the source that links can lead to.
  let window: SourceWindow?
  /// The rules that are described at the end of the report.
  let rules: RuleDescriptions

  /// Writes a list of findings; nothing if there is none.
  func write(_ findings: [ShownFinding], into html: inout HTMLWriter) {
    if findings.isEmpty { return }
    html.element(.ul, .style("findings")) { html in
      for finding in findings { write(finding, into: &html) }
    }
  }

  private func write(_ finding: ShownFinding, into html: inout HTMLWriter) {
    let severity = finding.severity.rawValue
    html.element(
      .li, .style("finding \(severity)"), .text(.dataSeverity, severity), .text(.dataRule, finding.rule)
    ) { html in
      html.element(.p, .style("message")) { html in
        html.element(.span, .style("severity"), text: severity)
        html.text(" ")
        html.element(.span, .text(.direction, "auto"), text: finding.message)
      }
      if let help = finding.help {
        html.element(.p, .style("help")) { html in
          html.element(.span, .style("lead"), text: "help ")
          html.element(.span, .text(.direction, "auto"), text: help)
        }
      }
      if let fix = finding.fix {
        html.element(.p, .style("help")) { html in
          html.element(.span, .style("lead"), text: "fix ")
          html.text("\(fix.message) ")
          html.element(.code, text: fix.safety == .safe ? "--fix" : "--unsafe-fixes")
        }
      }
      writeNotes(finding, into: &html)
      html.element(.p, .style("meta")) { html in
        writePlace(finding.place, into: &html)
        writeRule(finding, into: &html)
        if let pointer = finding.pointer, !pointer.isEmpty { html.element(.code, .style("pointer"), text: pointer) }
      }
    }
    html.newline()
  }

  private func writeNotes(_ finding: ShownFinding, into html: inout HTMLWriter) {
    if finding.notes.isEmpty { return }
    html.element(.ul, .style("notes")) { html in
      for note in finding.notes {
        html.element(.li) { html in
          if let path = note.path {
            html.element(.span, .style("place"), text: note.place.map { "\(path):\($0.line):\($0.column)" } ?? path)
          } else {
            writePlace(note.place, into: &html)
          }
          html.text(" \(note.message)")
        }
      }
      if finding.hiddenNotes > 0 {
        html.element(.li, text: "and \(SummaryLine.counted(finding.hiddenNotes, "more place"))")
      }
    }
  }

  /// Writes the rule of a finding, as a link to its description.
  func writeRule(_ finding: ShownFinding, into html: inout HTMLWriter) {
    guard let rule = rules[finding.rule] else { return html.element(.code, .style("rule"), text: finding.rule) }
    html.element(
      .a, .style("rule"), .link(HTMLAddress(RuleGlossary.identifier(finding.rule))), .text(.title, rule.summary),
      text: finding.rule)
  }

  /// Writes a line and a column, as a link to the source.
  func writePlace(_ place: LineColumn?, into html: inout HTMLWriter) {
    guard let place else { return }
    let text = "\(place.line):\(place.column)"
    guard window?.contains(place.line) == true else { return html.element(.span, .style("place"), text: text) }
    html.element(
      .a, .style("place"), .link(HTMLAddress(HTMLIdentifier("\(name)-L\(place.line)"))),
      .text(.ariaLabel, "line \(place.line), column \(place.column)"), text: text)
  }

  /// Writes the line of a field, as a link to the source.
  func writeLine(_ line: Int?, into html: inout HTMLWriter) {
    guard let line else { return }
    guard window?.contains(line) == true else { return html.element(.span, .style("place"), text: "line \(line)") }
    html.element(
      .a, .style("place"), .link(HTMLAddress(HTMLIdentifier("\(name)-L\(line)"))), text: "line \(line)")
  }
}
