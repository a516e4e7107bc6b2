public import ManifestLint

/// What the command line says, which wins over every configuration.
public struct CommandLineSettings: Sendable {
  public var profile: Profile?
  public var stage: Stage?
  public var kind: DocumentKind?
  /// The levels of rules by id; later ones win.
  public var levels: [(id: String, level: RuleSet.Level)] = []
  /// The rules that are checked alone; empty for all.
  public var only: [String] = []

  /// One that says nothing.
  public init() {}
}
