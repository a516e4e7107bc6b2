import ManifestModel
public import ManifestSyntax
public import ManifestText

/// The rules that are in force, and how bad their findings are.
public struct RuleSet: Sendable {
  /// What a configuration says of a rule.
  public enum Level: Hashable, Sendable {
    /// It is not checked.
    case off
    /// It is checked, and its findings have the severities that it gives them.
    case on
    /// All its findings have this severity.
    case at(Severity)
  }

  let rules: [any Rule]
  private let severities: [String: Severity]
  private let knownIDs: Set<String>

  /// Takes the rules of a profile; what is configured for one of them wins over the profile.
  ///
  /// - Parameters:
  ///   - types: All rules that there are.
  ///   - profile: Which of them are checked where nothing else is said.
  ///   - levels: What is said, by id.
  ///   - options: The settings of rules by id, as the configuration has them; later ones win. What a rule refuses was
  ///     reported when the configuration was read, and is left out.
  public init(
    _ types: [any Rule.Type], profile: Profile = .recommended, levels: [String: Level] = [:],
    options: [String: [Node]] = [:]
  ) {
    let chosen = types.filter { type in
      switch levels[type.metadata.id] {
      case .off: false
      case .on, .at: true
      case nil: profile.includes(type.metadata)
      }
    }
    rules = chosen.map { type in
      var rule = type.init()
      for node in options[type.metadata.id] ?? [] {
        var configured = rule
        do throws(ConfigurationError) {
          try configured.configure(node)
          rule = configured
        } catch {}
      }
      return rule
    }
    severities = levels.compactMapValues { if case .at(let severity) = $0 { severity } else { nil } }
    knownIDs = Set(types.map { $0.metadata.id })
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
