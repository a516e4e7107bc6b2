public import ManifestModel
public import ManifestText

/// The rules that are in force, and how bad their findings are.
public struct RuleSet: Sendable {
  let rules: [any Rule]
  private let severities: [String: Severity]

  /// Takes rules in their default settings; a configured level replaces all levels of its rule, and `nil` is off.
  public init(_ types: [any Rule.Type], severities: [String: Severity?] = [:]) {
    let off = severities.filter { $0.value == nil }
    rules = types.filter { off[$0.metadata.id] == nil }.map { $0.init() }
    self.severities = severities.compactMapValues(\.self)
  }

  /// Takes rules as they are.
  public init(_ rules: [any Rule]) {
    self.rules = rules
    severities = [:]
  }

  func severity(of finding: Finding, by metadata: RuleMetadata, in stage: Stage) -> Severity {
    severities[metadata.id] ?? finding.severity ?? metadata.severity.level(in: stage)
  }
}
