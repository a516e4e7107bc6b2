public import ArgumentParser
public import ManifestFiles
public import ManifestLint
import ManifestReport
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

  /// The least severity at or over it.
  var severity: Severity? { Severity(rawValue: rawValue) }
}

/// The rules that the command line speaks of.
enum RuleArgument {
  /// The id of a rule that exists.
  ///
  /// - Throws: A validation error that names the rule which may have been meant.
  @Sendable static func id(_ argument: String) throws -> String {
    let ids = BuiltInRules.metadata.map(\.id)
    if ids.contains(argument) { return argument }
    let shown = FilePath(argument).description
    let hint = NearMatch.unique(argument, among: ids).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError("there is no rule '\(shown)'\(hint) ('manifestlint rules' lists them)")
  }

  /// A rule with the level that it is given: `name-length=warning`.
  ///
  /// - Throws: A validation error if there is no such rule or level, or the rule cannot be switched off.
  @Sendable static func level(_ argument: String) throws -> (id: String, level: RuleSet.Level) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw ValidationError("write 'id=error', 'id=warning', 'id=info' or 'id=off'") }
    let id = try id(String(parts[0]))
    if parts[1] == "off" {
      if BuiltInRules.metadata.contains(where: { $0.id == id && $0.isIndispensable }) {
        throw ValidationError("'\(id)' cannot be switched off: it says that a file could not be checked")
      }
      return (id, .off)
    }
    guard let severity = Severity(rawValue: String(parts[1])) else {
      throw ValidationError("the level of '\(id)' must be error, warning, info or off")
    }
    return (id, .at(severity))
  }
}

extension Severity: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}
extension Profile: ExpressibleByArgument {}
extension DocumentKind: ExpressibleByArgument {}
extension TerminalChoice: ExpressibleByArgument {}
