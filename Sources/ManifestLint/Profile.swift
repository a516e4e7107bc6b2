/// A choice of rules.
public enum Profile: String, CaseIterable, Hashable, Sendable {
  /// What Pipedrive itself would refuse: the rules of origin `platform` whose highest level by default is `error`.
  ///
  /// Such a rule is in as a whole, with the findings to which it gives a lower level.
  case minimal
  /// All rules but those of interest to few, which are off by default.
  case recommended
  /// All rules.
  case strict

  /// Whether a rule is checked in it.
  public func includes(_ rule: any Rule.Type) -> Bool {
    // The usual profile needs nothing else, and the metadata of all rules take longer to make than a file to lint.
    self == .recommended ? rule.isOnByDefault : includes(rule.metadata)
  }

  /// Whether a rule is checked in it.
  public func includes(_ rule: RuleMetadata) -> Bool {
    switch self {
    case .minimal: rule.origin == .platform && rule.severity.highest == .error && rule.isOnByDefault
    case .recommended: rule.isOnByDefault
    case .strict: true
    }
  }
}

extension RuleMetadata {
  /// The profiles that it is checked in.
  public var profiles: [Profile] { Profile.allCases.filter { $0.includes(self) } }
}
