import ManifestReport

/// The rules that spoke, described once for all their findings.
struct RuleGlossary {
  /// The rules by id.
  let rules: RuleDescriptions

  /// The name of the description of a rule.
  static func identifier(_ rule: String) -> HTMLIdentifier { HTMLIdentifier("rule-\(rule)") }

  /// Writes the descriptions of rules that are known, by id.
  func write(_ ids: Set<String>, into html: inout HTMLWriter) {
    let known = ids.sorted().compactMap { rules[$0] }
    if known.isEmpty { return }
    html.element(.section, .style("rules"), .text(.ariaLabelledBy, "rules-title")) { html in
      html.element(.h2, .id(HTMLIdentifier("rules-title")), text: "Rules")
      html.element(.dl) { html in
        for rule in known { write(rule, into: &html) }
      }
    }
    html.newline()
  }

  private func write(_ rule: RuleDescription, into html: inout HTMLWriter) {
    html.element(.div, .style("rule-entry"), .id(Self.identifier(rule.id))) { html in
      html.element(.dt) { $0.element(.code, text: rule.id) }
      html.element(.dd) { html in
        html.element(.p, .style("rule-summary"), text: rule.summary)
        for words in [rule.rationale, rule.remedy] where !words.isEmpty { html.element(.p, text: words) }
        guard let title = rule.sourceTitle else { return }
        html.element(.p, .style("meta")) { html in
          if let address = rule.sourceURL.flatMap(HTMLAddress.init(page:)) {
            html.element(.a, .link(address), .leavesNoTrace, text: title)
          } else {
            html.element(.span, text: title)
          }
          if let day = rule.checkedOn { html.element(.span, text: "checked \(day)") }
        }
      }
    }
    html.newline()
  }
}
