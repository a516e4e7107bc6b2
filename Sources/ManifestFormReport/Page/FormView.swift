import ManifestReport
import ManifestText

/// Writes the registration form of one app manifest: its tabs, and in each the fields with their findings.
struct FormView {
  /// The tabs with their values.
  let tabs: [FormTab]
  /// Which finding belongs to which field.
  let placement: FindingPlacement
  /// All findings of the file.
  let findings: [ShownFinding]
  /// Writes findings.
  let finding: FindingView
  /// What the extensions use of the room that there is.
  let budget: BudgetPicture
  /// What the parts of the document are named by.
  let name: String
  /// The path of the file.
  let path: String
  /// The heading, where a file has several manifests.
  let title: String?

  /// Writes it.
  func write(into html: inout HTMLWriter) {
    if let title { html.element(.h3, .style("document"), text: title) }
    let selected = selectedTab
    html.element(.div, .style("tabs")) { html in
      html.element(.fieldset, .style("bar")) { html in
        html.element(.legend, .style("spoken"), text: "Tabs of \(title ?? path)")
        for (index, tab) in tabs.enumerated() {
          html.element(.label) { html in
            html.element(
              .input, .text(.type, "radio"), .text(.name, "\(name)-tab"), .text(.value, "\(index)"),
              index == selected ? .flag(.checked) : nil)
            html.text(tab.kind.rawValue)
            SeverityCounts(severities(of: tab)).write(into: &html)
          }
        }
      }
      html.newline()
      for tab in tabs {
        html.element(.section, .style("panel"), .text(.ariaLabel, tab.kind.rawValue)) { html in
          html.element(.h3, .style("tab-title"), text: tab.kind.rawValue)
          if tab.kind == .extensions { budget.write(into: &html) }
          for group in tab.groups { write(group, level: 4, into: &html) }
          if tab.kind == .extensions, tab.groups.allSatisfy(\.parts.isEmpty) {
            html.element(.p, .style("remark"), text: "The app has no extensions.")
          }
        }
        html.newline()
      }
    }
    html.newline()
  }

  private func severities(of tab: FormTab) -> [Severity] {
    tab.groups.flatMap(placement.all).map { findings[$0].severity }
  }

  /// The first tab among those with the worst findings.
  private var selectedTab: Int {
    let worst = tabs.map { severities(of: $0).max() }
    guard let severity = worst.compactMap(\.self).max() else { return 0 }
    return worst.firstIndex(of: severity) ?? 0
  }

  // MARK: Groups

  private func write(_ group: FormGroup, level: Int, into html: inout HTMLWriter) {
    let isCard = group.label != nil
    html.element(
      .div, .style(isCard ? "group card" : "group"), isCard ? .id(Self.identifier(group.pointer, name)) : nil
    ) { html in
      if let title = group.title {
        html.element(.div, .style("group-head")) { html in
          html.element(level > 4 ? .h5 : .h4, .text(.direction, "auto"), text: title)
          if let label = group.label { html.element(.span, .style("kind"), text: label) }
          if let counter = group.counter {
            write(counter, into: &html)
          } else if !isCard, group.groups.contains(where: { $0.label != nil }) {
            html.element(.span, .style("kind"), text: "\(group.groups.count)")
          }
          finding.writeLine(group.line, into: &html)
        }
      }
      finding.write(placement[group.pointer].map { findings[$0] }, into: &html)
      writeParts(of: group, level: level, into: &html)
      if let remark = group.remark { html.element(.p, .style("remark"), text: remark) }
    }
    html.newline()
  }

  /// Writes fields and groups in their order, the fields between two groups as one list.
  private func writeParts(of group: FormGroup, level: Int, into html: inout HTMLWriter) {
    var isInList = false
    for part in group.parts {
      switch part {
      case .field(let field):
        if !isInList { html.open(.dl, .style("fields")) }
        isInList = true
        write(field, into: &html)
      case .group(let child):
        if isInList { html.close(.dl) }
        isInList = false
        write(child, level: level + 1, into: &html)
      }
    }
    if isInList { html.close(.dl) }
    html.newline()
  }

  /// The name of the card of a thing.
  static func identifier(_ pointer: String, _ name: String) -> HTMLIdentifier { HTMLIdentifier("\(name)\(pointer)") }

  // MARK: Fields

  private func write(_ field: FormField, into html: inout HTMLWriter) {
    let own = placement[field.pointer].map { findings[$0] }
    var style = "field"
    if let severity = own.map(\.severity).max() { style += " \(severity.rawValue)" }
    html.element(.div, .style(style)) { html in
      html.element(.dt) { html in
        html.element(.span, .style("label")) { html in
          html.text(field.label)
          if field.isRequired { html.element(.span, .style("required"), text: " required") }
        }
        html.element(.span, .style("meta")) { html in
          if field.isOnForm {
            html.element(.code, .style("pointer"), text: field.key)
          } else {
            html.element(.span, text: "not on the form")
          }
          finding.writeLine(field.line, into: &html)
        }
      }
      html.element(.dd) { html in
        write(field.value, of: field, own, into: &html)
        if let counter = field.counter { write(counter, into: &html) }
        finding.write(own, into: &html)
      }
    }
    html.newline()
  }

  private func write(_ counter: FormCounter, into html: inout HTMLWriter) {
    let (style, words) =
      switch counter.level {
      case .within: ("counter", "\(counter.unit) used")
      case .near: ("counter near", "\(counter.unit) used, near the limit")
      case .over: ("counter over", "\(counter.unit) used, over the limit")
      }
    html.element(.span, .style(style)) { html in
      html.text(counter.text)
      html.element(.span, .style("spoken"), text: " \(words)")
    }
  }

  private func write(
    _ value: FormValue, of field: FormField, _ own: [ShownFinding], into html: inout HTMLWriter
  ) {
    switch value {
    case .absent(let words):
      html.element(.div, .style(field.isRequired ? "value absent missing" : "value absent"), text: words ?? "not set")
    case .text(let text):
      html.element(.div, .style("value"), .text(.direction, "auto")) { write(text, into: &$0) }
    case .items(let items):
      html.element(.ul, .style("value items")) { html in
        for item in items {
          let severity = own.filter { $0.pointer == item.pointer }.map(\.severity).max()
          html.element(.li, severity.map { .style($0.rawValue) }) { html in
            html.element(.code) { write(item.text, into: &$0) }
            if let caption = item.caption { html.element(.span, .style("caption"), text: caption) }
          }
        }
      }
    case .excerpt(let text, let hiddenLines):
      html.element(.pre, .style("value excerpt"), .focusable) { html in
        html.element(.code) { $0.lines(text) }
        if hiddenLines > 0 {
          html.element(.span, .style("gap")) { $0.lines("\n\(SummaryLine.counted(hiddenLines, "more line"))") }
        }
      }
    }
  }

  private func write(_ text: FormText, into html: inout HTMLWriter) {
    for piece in text.pieces {
      switch piece {
      case .literal(let words): html.lines(words)
      case .variable(let words): html.element(.code, .style("variable")) { $0.lines(words) }
      case .mask: html.element(.span, .style("mask"), text: RedactedText.mask)
      }
    }
    if text.isCut { html.element(.span, .style("gap"), text: " … the text goes on") }
  }
}
