import ArgumentParser
import ManifestConfiguration
import ManifestFiles
import ManifestLint
import ManifestRules

/// The options that say what is checked and how: they win over the configuration.
struct SettingArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Use this configuration for all files, and look for no other.", valueName: "file"))
  var config: String?

  @Flag(help: "Use no configuration.")
  var noConfig = false

  @Option(help: "Judge as if the app were in that stage.")
  var stage: Stage?

  @Option(
    help: """
      The rules to check: 'minimal' for those of Pipedrive itself whose highest severity is error, 'recommended' for \
      all but a few (the default), 'strict' for all.
      """)
  var profile: Profile?

  @Option(help: "What the documents are, where their content does not say.")
  var kind: DocumentKind?

  @Option(
    help: ArgumentHelp("Give a rule another severity, or switch it off.", valueName: "id=error|warning|info|off"),
    transform: RuleArgument.level)
  var rule: [(id: String, level: RuleSet.Level)] = []

  @Option(
    help: ArgumentHelp(
      "Check this rule only, and that files can be checked at all; may be repeated.", valueName: "id"),
    transform: RuleArgument.id)
  var only: [String] = []

  func validate() throws {
    if config != nil && noConfig { throw ValidationError("--config and --no-config exclude each other") }
    if config == "" { throw ValidationError("--config takes the path of a file") }
  }
}

extension SettingArguments {
  /// What the command line says.
  var settings: CommandLineSettings {
    var settings = CommandLineSettings()
    settings.profile = profile
    settings.stage = stage
    settings.kind = kind
    settings.levels = rule
    settings.only = only
    return settings
  }

  /// Where configurations come from.
  var choice: Configurations.Choice { noConfig ? .none : config.map { .file(FilePath(argument: $0)) } ?? .nearest }

  /// The configurations that are in force for files that relative paths lead to from a folder.
  func configurations(_ workingDirectory: WorkingDirectory) -> Configurations {
    Configurations(choice, workingDirectory, settings)
  }
}

extension Configurations {
  /// Configurations on the disk, for the rules that there are.
  ///
  /// - Parameter shown: The name that a configuration is shown by, made of its location and of the shorter of that and
  ///   its relative path.
  convenience init(
    _ choice: Choice, _ workingDirectory: WorkingDirectory, _ settings: CommandLineSettings,
    shown: @escaping @Sendable (_ location: FilePath, _ name: FilePath) -> FilePath = { $1 }
  ) {
    self.init(choice, workingDirectory, settings, rules: BuiltInRules.all) {
      guard let schema = BundledSchemas.schema(of: .configuration) else {
        preconditionFailure("there is no schema of configurations")
      }
      return schema
    } read: { location, name throws(FileError) in
      let name = shown(location, name)
      do throws(FileError) {
        if case .file(let path) = choice {
          try path.checkLinks(for: .read)
        } else {
          try workingDirectory.checkLink(ofFoundConfiguration: location, for: .read)
        }
        return try FileReader().source(at: workingDirectory.opened(location), name: name)
      } catch {
        throw FileError(path: name, operation: error.operation, reason: error.reason)
      }
    }
  }
}
