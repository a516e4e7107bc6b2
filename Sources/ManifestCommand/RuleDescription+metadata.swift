import ManifestLint
import ManifestReport

extension RuleDescription {
  /// A rule as reports describe it.
  init(_ rule: RuleMetadata) {
    self.init(
      id: rule.id, section: rule.section.rawValue, severity: rule.severity.highest, origin: rule.origin.rawValue,
      fix: rule.fixes.first, summary: rule.summary, rationale: rule.rationale, remedy: rule.remedy,
      sourceTitle: rule.source?.title, sourceURL: rule.source?.url,
      checkedOn: rule.source.map { _ in RuleMetadata.checkedOn },
      examples: rule.examples.map { Example(bad: $0.bad, good: $0.good) },
      severities: rule.severity.cases.map { Level(when: $0.when, severity: $0.severity) },
      options: rule.options.map { Option(name: $0.name, summary: $0.summary, defaultValue: "[]") })
  }
}
