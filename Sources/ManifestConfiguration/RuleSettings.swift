public import ManifestLint

/// What is in force for all files that the same overrides of the same configuration hold for.
public struct RuleSettings: Sendable {
  /// Which rules are checked where nothing else is said.
  public let profile: Setting<Profile>
  /// How the app is judged; `nil` where the manifest itself tells.
  public let stage: Setting<Stage>?
  /// What is said of rules, by id; the profile decides about all others.
  public let levels: [String: Setting<RuleSet.Level>]
  /// The objects that hold options of rules, by id; later ones win.
  public let options: [String: [Node]]

  /// Puts together what is said: the command line wins over overrides, these over the rest, later ones over earlier ones.
  ///
  /// - Parameters:
  ///   - configuration: The configuration; `nil` without one.
  ///   - overrides: Which of its overrides hold, in order.
  ///   - commandLine: What the command line says.
  ///   - rules: All rules that there are.
  public init(
    _ configuration: Configuration?, overrides: [Int] = [], _ commandLine: CommandLineSettings, rules: [RuleMetadata]
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
      for rule in rules { Self.restrict(rule, to: commandLine.only, &levels[rule.id]) }
    }
    for (id, level) in commandLine.levels { levels[id] = Setting(level, .commandLine("--rule")) }
    self.profile =
      commandLine.profile.map { Setting($0, .commandLine("--profile")) } ?? profile
      ?? Setting(.recommended, .standard)
    self.stage = commandLine.stage.map { Setting($0, .commandLine("--stage")) } ?? stage
    self.levels = levels
    self.options = options
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

  /// The rules in force.
  public func ruleSet(_ types: [any Rule.Type]) -> RuleSet {
    RuleSet(types, profile: profile.value, levels: levels.mapValues(\.value), options: options)
  }
}
