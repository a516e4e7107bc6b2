import ArgumentParser
import ManifestLint
import ManifestRules

/// Says what there is to say about one rule.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explains a rule: what it finds, why, what to do, examples and source.")

  @Argument(help: "The id of the rule, such as 'name-length'.")
  var rule: String

  func run() throws {
    let id = try RuleArgument.id(rule)
    for metadata in BuiltInRules.metadata where metadata.id == id { Console.output(Self.page(metadata)) }
  }

  /// The page about a rule.
  static func page(_ rule: RuleMetadata) -> String {
    var result = "\(rule.id)\n\(String(repeating: "=", count: rule.id.count))\n\n\(rule.summary)\n"
    result += "\nWhy it matters\n\(indented(rule.rationale))"
    result += "\nWhat to do\n\(indented(rule.remedy))"
    for example in rule.examples {
      result += "\nFlagged (\(example.language == .json ? "JSON" : "YAML"))\n\(indented(example.bad))"
      result += "\nNot flagged\n\(indented(example.good))"
    }
    if !rule.options.isEmpty {
      result += "\nOptions\n" + rule.options.map { indented("\($0.name): \($0.summary)") }.joined()
    }
    result += "\nSeverity  \(rule.severityPhrase)\n"
    result += "Profiles  \(rule.profiles.map(\.rawValue).joined(separator: ", "))\n"
    result += "Origin    \(rule.origin.phrase)\n"
    result += "Fix       \(rule.fixes.isEmpty ? "none" : rule.fixPhrase)\n"
    result += "Section   \(rule.section.rawValue)\n"
    if let source = rule.source {
      result += "Source    \(source.title)\n          \(source.url) (checked \(RuleMetadata.checkedOn))\n"
    }
    return result + "\nConfigure, in .manifestlint.yaml or for one run\n" + indented(seeds(rule))
  }

  /// What a configuration may say of a rule, to be copied from; and the same for one run.
  private static func seeds(_ rule: RuleMetadata) -> String {
    let severity = rule.severity.highest == .error ? Severity.warning : .error
    let options = rule.options.map { "\($0.name): [\($0.example.joined(separator: ", "))]" }
    let setting =
      options.isEmpty ? "\(severity)" : "{ severity: \(severity), \(options.joined(separator: ", ")) }"
    var lines = "rules:\n  \(rule.id): \(setting)"
    if rule.isIndispensable {
      // That it is silent is no choice.
      return lines + "\n\nmanifestlint --rule \(rule.id)=\(severity)\n"
    }
    lines += "   # error, warning, info or off\noverrides:\n  - files: [staging/**]\n    rules: { \(rule.id): off }\n"
    if rule.isSuppressible {
      lines += "ignore:\n  - { rule: \(rule.id), file: legacy.pipedrive.json, reason: shipped in 2024 }\n"
    }
    return lines + "\nmanifestlint --rule \(rule.id)=\(rule.isOnByDefault ? "off" : "\(rule.severity.highest)")\n"
  }

  private static func indented(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
  }
}

extension RuleOrigin {
  /// Who asks for it, in words.
  fileprivate var phrase: String {
    switch self {
    case .platform: "platform (Pipedrive enforces or states it)"
    case .review: "review (the approval checklist or the reviewers ask for it)"
    case .advice: "advice (ours)"
    }
  }
}
