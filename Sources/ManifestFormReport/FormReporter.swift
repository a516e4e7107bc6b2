import ManifestModel
public import ManifestReport
import ManifestText

/// Writes one page of HTML that shows each app manifest as Developer Hub's form does, with the findings in place.
///
/// The page needs no network and no script. It is written file by file: what stands at its top and is known only at
/// its end, the totals, is written at the end and moved up by the style sheet.
public struct FormReporter: Sendable {
  private let options: ReportOptions
  private let level: Severity

  private var entries: [Entry] = []
  private var spokenRules: Set<String> = []
  private var filesWithFindings = 0

  /// A file as the table of contents has it.
  private struct Entry: Sendable {
    var path: String
    var severities: [Severity: Int]
  }

  /// Shows findings of the level that the options name and above; without one, all.
  public init(_ options: ReportOptions) {
    self.options = options
    level = options.level ?? .info
  }

  /// Writes what stands before the first file.
  public mutating func begin(into output: inout [UInt8]) {
    var html = HTMLWriter()
    html.documentType()
    html.open(.html, .text(.lang, "en"))
    html.newline()
    html.element(.head) { html in
      html.element(.meta, .text(.charset, "utf-8"))
      html.newline()
      html.element(.meta, .text(.httpEquivalent, "Content-Security-Policy"), .text(.content, HTMLAsset.policy))
      html.newline()
      html.element(.meta, .text(.name, "viewport"), .text(.content, "width=device-width, initial-scale=1"))
      html.newline()
      html.element(.meta, .text(.name, "color-scheme"), .text(.content, "light dark"))
      html.newline()
      html.element(.title, text: "\(options.tool.name) report")
      html.newline()
      html.asset(.styleSheet)
    }
    html.newline()
    html.open(.body)
    html.element(.header, .style("page-head")) { html in
      html.element(.h1, text: "App manifest report")
      html.element(
        .p, text: "\(options.tool.name) \(options.tool.version), rules checked \(options.tool.rulesCheckedOn)")
    }
    html.newline()
    writeFilters(into: &html)
    html.open(.main)
    html.newline()
    output += html.bytes
  }

  /// Writes what was found in one file, and the form for each app manifest among its documents.
  public mutating func report(_ file: ReportedFile, _ documents: [FormDocument], into output: inout [UInt8]) {
    let shown = file.diagnostics.filter { $0.severity >= level }
    entries.append(
      Entry(path: file.path, severities: Dictionary(shown.map { ($0.severity, 1) }, uniquingKeysWith: +)))
    for diagnostic in shown { spokenRules.insert(diagnostic.rule) }
    for suppression in file.suppressed { spokenRules.insert(suppression.diagnostic.rule) }
    if !shown.isEmpty { filesWithFindings += 1 }
    var html = HTMLWriter()
    FilePage(file, documents, level: level, rules: options.rules, number: entries.count).write(into: &html)
    output += html.bytes
  }

  /// Writes what stands after the last file.
  public mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    var html = HTMLWriter()
    html.close(.main)
    html.newline()
    writeSummary(summary, into: &html)
    RuleGlossary(rules: options.rules).write(spokenRules, into: &html)
    html.asset(.script)
    html.newline()
    html.close(.body)
    html.close(.html)
    html.newline()
    output += html.bytes
  }
}

// MARK: - Parts

extension FormReporter {
  private func writeFilters(into html: inout HTMLWriter) {
    html.element(.nav, .style("filters"), .text(.ariaLabel, "Filters")) { html in
      html.element(.fieldset) { html in
        html.element(.legend, text: "Show")
        for severity in Severity.allCases where severity >= level {
          html.element(.label) { html in
            html.element(
              .input, .text(.type, "checkbox"), .id(HTMLIdentifier("show-\(severity.rawValue)")), .flag(.checked))
            html.text(SummaryLine.noun(2, severity.rawValue))
          }
        }
        html.element(.label) { html in
          html.element(.input, .text(.type, "checkbox"), .id(HTMLIdentifier("only-findings")))
          html.text("only fields with findings")
        }
      }
      // Filled and shown by the script, since only it can filter by rule.
      html.element(.label, .id(HTMLIdentifier("rule-filter")), .flag(.hidden)) { html in
        html.text("Rule ")
        html.element(.select) { $0.element(.option, .text(.value, ""), text: "all rules") }
      }
      html.element(.p, .id(HTMLIdentifier("shown")), .text(.role, "status"))
    }
    html.newline()
  }

  private func writeSummary(_ summary: Summary, into html: inout HTMLWriter) {
    html.element(
      .section, .style("totals"), .id(HTMLIdentifier("summary")), .text(.ariaLabelledBy, "summary-title")
    ) { html in
      html.element(.h2, .style("spoken"), .id(HTMLIdentifier("summary-title")), text: "Summary")
      let line = SummaryLine(summary: summary, level: level, filesWithFindings: filesWithFindings)
      html.element(.p, .style(summary.errors > 0 ? "verdict error" : "verdict"), text: line.text)
      html.element(.dl, .style("tiles")) { html in
        for severity in Severity.allCases where severity >= level {
          writeTile(summary.count(of: severity), severity.rawValue, severity.rawValue, into: &html)
        }
        writeTile(summary.fixable + summary.unsafelyFixable, "with a fix", nil, into: &html)
        writeTile(summary.suppressed, "suppressed", nil, into: &html)
        writeTile(summary.files, "file", "plain", into: &html)
      }
      if entries.count > 1 { writeContents(into: &html) }
    }
    html.newline()
  }

  private func writeTile(_ count: Int, _ noun: String, _ style: String?, into html: inout HTMLWriter) {
    html.element(.div, .style(count == 0 ? "tile zero" : style.map { "tile \($0)" } ?? "tile")) { html in
      html.element(.dt, text: style == nil ? noun : SummaryLine.noun(count, noun))
      html.element(.dd, text: "\(count)")
    }
  }

  private func writeContents(into html: inout HTMLWriter) {
    html.element(.ul, .style("contents")) { html in
      for (index, entry) in entries.enumerated() {
        html.element(.li) { html in
          html.element(.a, .link(HTMLAddress(FilePage.identifier(index + 1))), text: entry.path)
          SeverityCounts(entry.severities).write(into: &html)
        }
        html.newline()
      }
    }
  }
}
