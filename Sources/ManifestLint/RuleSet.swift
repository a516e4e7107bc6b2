public import ManifestModel
public import ManifestText

/// The rules that are in force, and how bad their findings are.
public struct RuleSet: Sendable {
  let rules: [any Rule]
  private let severities: [String: Severity]
  private let knownIDs: Set<String>

  /// Takes rules in their default settings; a configured level replaces all levels of its rule, and `nil` is off.
  public init(_ types: [any Rule.Type], severities: [String: Severity?] = [:]) {
    let off = severities.filter { $0.value == nil }
    rules = types.filter { off[$0.metadata.id] == nil }.map { $0.init() }
    self.severities = severities.compactMapValues(\.self)
    knownIDs = Set(types.map(\.metadata.id))
  }

  /// Takes rules as they are.
  public init(_ rules: [any Rule]) {
    self.rules = rules
    severities = [:]
    knownIDs = Set(rules.map { type(of: $0).metadata.id })
  }

  /// Whether there is a rule of that id, in force or switched off.
  func isKnown(_ id: String) -> Bool { knownIDs.contains(id) }

  func severity(of finding: Finding, by metadata: RuleMetadata, in stage: Stage) -> Severity {
    severities[metadata.id] ?? finding.severity ?? metadata.severity.level(in: stage)
  }
}
