import ManifestReport
import ManifestText

/// How many findings of each severity there are, as badges.
struct SeverityCounts {
  private let counts: [Severity: Int]

  /// Takes what was counted.
  init(_ counts: [Severity: Int]) {
    self.counts = counts
  }

  /// Counts findings by their severities.
  init(_ severities: [Severity]) {
    counts = Dictionary(severities.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// Writes a badge for each severity that occurs.
  func write(into html: inout HTMLWriter) {
    for severity in Severity.allCases {
      guard let count = counts[severity] else { continue }
      html.element(.span, .style("badge \(severity.rawValue)")) { html in
        html.text("\(count)")
        html.element(.span, .style("spoken"), text: " \(SummaryLine.noun(count, severity.rawValue))")
      }
    }
  }
}
