public import ManifestModel
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
  /// All rules that there are, in force or not.
  ///
  /// They are few enough to be searched: only who has findings asks.
  private let known: [(type: any Rule.Type, isInForce: Bool)]

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
    var rules: [any Rule] = []
    var known: [(type: any Rule.Type, isInForce: Bool)] = []
    rules.reserveCapacity(types.count)
    known.reserveCapacity(types.count)
    for type in types {
      let isChosen =
        switch levels.isEmpty ? nil : levels[type.metadata.id] {
        case .off: false
        case .on, .at: true
        case nil: profile.includes(type)
        }
      known.append((type, isChosen))
      guard isChosen else { continue }
      var rule = type.init()
      for node in options.isEmpty ? [] : options[type.metadata.id] ?? [] {
        var configured = rule
        do throws(ConfigurationError) {
          try configured.configure(node)
          rule = configured
        } catch {}
      }
      rules.append(rule)
    }
    self.rules = rules
    self.known = known
    severities =
      levels.isEmpty ? [:] : levels.compactMapValues { if case .at(let severity) = $0 { severity } else { nil } }
  }

  /// Takes rules as they are.
  public init(_ rules: [any Rule]) {
    self.rules = rules
    severities = [:]
    known = rules.map { (type(of: $0), true) }
  }

  private func position(of id: String) -> Int? { known.indices.first { known[$0].type.metadata.id == id } }

  /// Whether there is a rule of that id, in force or switched off.
  public func isKnown(_ id: String) -> Bool { position(of: id) != nil }

  /// Whether a rule is checked.
  public func isInForce(_ id: String) -> Bool { position(of: id).map { known[$0].isInForce } ?? false }

  /// Whether there is such a rule and it says whether a file could be checked at all.
  public func isIndispensable(_ id: String) -> Bool {
    position(of: id).map { known[$0].type.metadata.isIndispensable } ?? false
  }

  /// Whether there is such a rule and its findings can be suppressed.
  public func isSuppressible(_ id: String) -> Bool {
    position(of: id).map { known[$0].type.metadata.isSuppressible } ?? false
  }

  /// Whether there is such a rule and it is about suppressions itself.
  public func isAboutSuppressions(_ id: String) -> Bool {
    position(of: id).map { known[$0].type.metadata.section == .meta } ?? false
  }

  /// The id that may have been meant by one that there is not.
  public func suggestion(for id: String) -> String? {
    NearMatch.unique(id, among: known.map { $0.type.metadata.id }.sorted())
  }

  /// What the rules about suppressions in force say of these.
  ///
  /// - Parameter stage: How far the app is, as far as levels depend on it.
  public func diagnostics(
    for problems: [SuppressionProblem], fixable: Bool, in stage: Stage = .draft
  ) -> [Diagnostic] {
    if problems.isEmpty { return [] }
    var diagnostics: [Diagnostic] = []
    for case let rule as any RuleAboutSuppressions in rules {
      let metadata = type(of: rule).metadata
      for finding in problems.compactMap(rule.check) {
        diagnostics.append(
          Diagnostic(
            rule: metadata.id, severity: severity(of: finding, by: metadata, in: stage), message: finding.message.text,
            label: finding.label, help: finding.help, at: finding.mark.place.range,
            fixIt: fixable ? finding.fixIt : nil))
      }
    }
    return diagnostics.sorted { $0.precedes($1) }
  }

  func severity(of finding: Finding, by metadata: RuleMetadata, in stage: Stage) -> Severity {
    severities[metadata.id] ?? finding.severity ?? metadata.severity.level(in: stage)
  }
}
