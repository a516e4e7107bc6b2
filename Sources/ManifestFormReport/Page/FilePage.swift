import ManifestModel
import ManifestReport
import ManifestSyntax
import ManifestText

/// One file in the report: what belongs to no field, its documents, its source.
struct FilePage {
  private let file: ReportedFile
  private let documents: [FormDocument]
  private let findings: [ShownFinding]
  private let window: SourceWindow?
  private let rules: [String: RuleDescription]
  /// What its parts are named by: `f1`.
  private let name: String

  /// Prepares a file.
  init(
    _ file: ReportedFile, _ documents: [FormDocument], level: Severity, rules: [String: RuleDescription], number: Int
  ) {
    self.file = file
    self.documents = documents
    self.rules = rules
    name = "f\(number)"
    let findings = ShownFinding.all(file.diagnostics.filter { $0.severity >= level }, in: file)
    self.findings = findings
    window = file.text.map { SourceWindow($0.lines, findings: findings) }
  }

  /// The name of the section of a file.
  static func identifier(_ number: Int) -> HTMLIdentifier { HTMLIdentifier("f\(number)") }

  /// Writes it.
  func write(into html: inout HTMLWriter) {
    let drawn = drawnDocuments
    let placements = drawn.map { document in
      FindingPlacement(
        document.findings.map { ($0, findings[$0].pointer) }, on: document.tabs)
    }
    let isDrawn = Set(drawn.flatMap(\.findings))
    let unplaced = findings.indices.filter { !isDrawn.contains($0) }
    html.element(.article, .style("file"), .id(HTMLIdentifier(name)), .text(.ariaLabelledBy, "\(name)-title")) { html in
      writeHead(into: &html)
      writeList(unplaced + placements.flatMap(\.unplaced), isAll: drawn.isEmpty, into: &html)
      for (document, placement) in zip(drawn, placements) {
        let form = FormView(
          tabs: document.tabs, placement: placement, findings: findings, finding: findingView,
          budget: document.budget, name: document.name,
          path: file.path, title: drawn.count > 1 ? document.title : nil)
        form.write(into: &html)
      }
      writeSuppressed(into: &html)
      if let text = file.text, let window {
        SourceView(text: text, window: window, findings: findings, name: name, isOpen: drawn.isEmpty)
          .write(into: &html)
      }
    }
    html.newline()
  }

  // MARK: Documents

  /// An app manifest with its form.
  private struct DrawnDocument {
    var budget: BudgetPicture
    var tabs: [FormTab]
    var findings: [Int]
    var name: String
    var title: String
  }

  /// The app manifests among the documents.
  private var drawnDocuments: [DrawnDocument] {
    guard let text = file.text else { return [] }
    return documents.enumerated().compactMap { index, document in
      guard document.kind == .appManifest, document.root.kind == .mapping else { return nil }
      var builder = FormBuilder(document, text)
      let prefix = document.root.pointer + "/"
      return DrawnDocument(
        budget: BudgetPicture(AppManifest(document.root), text), tabs: builder.tabs(),
        findings: findings.indices.filter { findings[$0].pointer?.hasPrefix(prefix) == true },
        name: documents.count > 1 ? "\(name)-d\(index + 1)" : name,
        title: AppManifest(document.root).name.flatMap { ValueReader(text).heading(of: $0.node) }
          ?? "Document \(index + 1)")
    }
  }

  private var findingView: FindingView {
    FindingView(name: name, window: window, rules: rules)
  }

  // MARK: Parts

  private func writeHead(into html: inout HTMLWriter) {
    html.element(.header, .style("file-head")) { html in
      html.element(.h2, .id(HTMLIdentifier("\(name)-title")), text: file.path)
      html.element(.p, .style("facts")) { html in
        for fact in facts { html.element(.span, .style("fact"), text: fact) }
        SeverityCounts(findings.map(\.severity)).write(into: &html)
      }
    }
  }

  private var facts: [String] {
    guard let text = file.text else { return ["unreadable"] }
    var facts: [String] = []
    for document in documents {
      let manifest = AppManifest(document.root)
      if document.kind == .appManifest {
        let values = ValueReader(text)
        let (type, status) = (manifest.node["app"]?.text("type"), manifest.node["app"]?.text("status"))
        facts += [
          type.map { "\(values.text(of: $0.node).prefix(40)) app" },
          status.map { "\(values.text(of: $0.node).prefix(40))" },
        ].compactMap(\.self)
      } else if let kind = document.kind {
        facts.append(kind.label)
      }
      facts += DocumentCounts(document).facts
    }
    return facts.isEmpty ? ["document"] : facts
  }

  private func writeList(_ places: [Int], isAll: Bool, into html: inout HTMLWriter) {
    if places.isEmpty {
      if findings.isEmpty {
        html.element(.p, .style("clean"), text: file.text == nil ? "This file could not be read." : "No problems.")
      }
      return
    }
    html.element(.section, .style("loose"), .text(.ariaLabel, "Findings that belong to no field")) { html in
      if !isAll { html.element(.h3, text: "Not in a field of the form") }
      findingView.write(places.sorted().map { findings[$0] }, into: &html)
    }
  }

  private func writeSuppressed(into html: inout HTMLWriter) {
    if file.suppressed.isEmpty { return }
    let shown = ShownFinding.all(file.suppressed.map(\.diagnostic), in: file)
    html.element(.details, .style("suppressed")) { html in
      html.element(.summary, text: "\(SummaryLine.counted(shown.count, "finding")) suppressed")
      html.element(.ul) { html in
        for (finding, suppression) in zip(shown, file.suppressed) {
          html.element(.li) { html in
            html.element(.span, .style("message"), text: finding.message)
            html.element(.p, .style("meta")) { html in
              html.element(.span, text: finding.severity.rawValue)
              findingView.writeRule(finding, into: &html)
              findingView.writePlace(finding.place, into: &html)
              let reason = suppression.reason.map { ": \(file.text?.masking($0) ?? $0)" } ?? ""
              html.element(.span, text: "by \(suppression.origin.phrase)\(reason)")
            }
          }
        }
      }
    }
  }
}

extension SuppressedDiagnostic.Origin {
  /// What silenced a finding, in a sentence.
  fileprivate var phrase: String {
    switch self {
    case .comment: "a comment"
    case .configuration: "the configuration"
    case .baseline: "the baseline"
    }
  }
}
