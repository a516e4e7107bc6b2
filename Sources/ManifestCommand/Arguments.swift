public import ArgumentParser
public import ManifestFiles
public import ManifestLint
public import ManifestReport
import ManifestRules

/// The least severity that makes a run fail.
enum Threshold: String, CaseIterable, ExpressibleByArgument {
  case error, warning, info, never

  /// Whether a run with these counts fails.
  func isReached(by summary: Summary) -> Bool {
    switch self {
    case .error: summary.errors > 0
    case .warning: summary.errors + summary.warnings > 0
    case .info: summary.errors + summary.warnings + summary.infos > 0
    case .never: false
    }
  }
}

/// The id of a rule that exists.
struct RuleID: ExpressibleByArgument {
  let id: String

  init?(argument: String) {
    guard BuiltInRules.metadata.contains(where: { $0.id == argument }) else { return nil }
    id = argument
  }
}

/// A rule with the level that it is given: `name-length=warning`.
struct RuleLevel: ExpressibleByArgument {
  let id: String
  let level: RuleSet.Level

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let rule = RuleID(argument: String(parts[0])) else { return nil }
    id = rule.id
    if parts[1] == "off" {
      level = .off
    } else if let severity = Severity(rawValue: String(parts[1])) {
      level = .at(severity)
    } else {
      return nil
    }
  }
}

extension ReportFormat: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}
extension Profile: ExpressibleByArgument {}
extension DocumentKind: ExpressibleByArgument {}
extension TerminalChoice: ExpressibleByArgument {}
