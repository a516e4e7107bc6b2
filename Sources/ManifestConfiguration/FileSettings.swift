public import ManifestFiles
public import ManifestLint

/// What is in force for one file.
public struct FileSettings: Sendable {
  /// The absolute path of the file.
  public let location: FilePath
  /// What is in force for all files that the same part of the same configuration is for.
  public let rules: RuleSettings
  /// Whether the configuration is wrong somewhere: then nobody knows for sure what may be done to the file.
  public let hasMistakes: Bool
  /// What the file is; `nil` where its content tells.
  public let kind: Setting<DocumentKind>?
  /// What is silenced in it.
  public let ignores: [Configuration.Ignore]

  /// The nearest configuration, as far as it can be used; `nil` without one.
  public var configuration: Configuration? { rules.configuration }

  /// Whether the configuration leaves it out.
  public var isExcluded: Bool { configuration?.excludes(location) ?? false }

  /// How the file is to be judged.
  public func options(_ variables: Variables, today: CalendarDay?) -> Linter.Options {
    var options = Linter.Options(kind: kind?.value, stage: rules.stage?.value, variables: variables)
    options.ignoreEntries = ignores.map(\.entry)
    options.today = today
    return options
  }
}
