public import ManifestLint

/// What is in force for all files that the same overrides of the same configuration hold for.
public final class RuleSettings: Sendable {
  /// The configuration, as far as it can be used; `nil` without one.
  public let configuration: Configuration?
  /// Which of its overrides hold, in order.
  public let overrides: [Int]
  /// Which rules are checked where nothing else is said.
  public let profile: Setting<Profile>
  /// How the app is judged; `nil` where the manifest itself tells.
  public let stage: Setting<Stage>?
  /// What is said of rules, by id; the profile decides about all others.
  public let levels: [String: Setting<RuleSet.Level>]
  /// The objects that hold options of rules, by id; later ones win.
  public let options: [String: [Node]]
  /// The rules in force.
  public let ruleSet: RuleSet

  /// Puts together what is said: the command line wins over overrides, these over the rest, later ones over earlier ones.
  ///
  /// - Parameters:
  ///   - configuration: The configuration; `nil` without one.
  ///   - overrides: Which of its overrides hold, in order.
  ///   - commandLine: What the command line says.
  ///   - types: All rules that there are.
  public init(
    _ configuration: Configuration?, overrides: [Int] = [], _ commandLine: CommandLineSettings,
    rules types: [any Rule.Type]
  ) {
    var profile = configuration?.profile.map { Setting($0) }
    var stage = configuration?.stage.map { Setting($0) }
    var levels: [String: Setting<RuleSet.Level>] = [:]
    var options: [String: [Node]] = [:]
    func take(_ settings: [Configuration.RuleSetting]) {
      for setting in settings {
        if let level = setting.level { levels[setting.rule] = Setting(level) }
        if let node = setting.options { options[setting.rule, default: []].append(node) }
      }
    }
    if let configuration {
      take(configuration.rules)
      for override in overrides.map({ configuration.overrides[$0] }) {
        profile = override.profile.map { Setting($0) } ?? profile
        stage = override.stage.map { Setting($0) } ?? stage
        take(override.rules)
      }
    }
    if !commandLine.only.isEmpty {
      for type in types { Self.restrict(type.metadata, to: commandLine.only, &levels[type.metadata.id]) }
    }
    for (id, level) in commandLine.levels { levels[id] = Setting(level, .commandLine("--rule")) }
    let chosen = commandLine.profile.map { Setting($0, .commandLine("--profile")) } ?? profile
    self.profile = chosen ?? Setting(.recommended, .standard)
    self.stage = commandLine.stage.map { Setting($0, .commandLine("--stage")) } ?? stage
    self.configuration = configuration
    self.overrides = overrides
    self.levels = levels
    self.options = options
    ruleSet = RuleSet(
      types, profile: self.profile.value, levels: levels.isEmpty ? [:] : levels.mapValues(\.value),
      options: options)
  }

  /// Switches a rule on that is to be checked alone, with the severity that is configured, and all others off.
  private static func restrict(_ rule: RuleMetadata, to only: [String], _ level: inout Setting<RuleSet.Level>?) {
    let origin = SettingOrigin.commandLine("--only")
    if only.contains(rule.id) {
      if level == nil || level?.value == .off { level = Setting(.on, origin) }
    } else if !rule.isIndispensable {
      level = Setting(.off, origin)
    }
  }
}
