public import JSONSchema
public import ManifestFiles
public import ManifestLint
import Synchronization

/// The configurations of a run: each is found, read and made into rules once, however many files it holds for.
///
/// Threads share it: which documents a manifest refers to is known only when it is linted.
public final class Configurations: Sendable {
  /// Where configurations come from.
  public enum Choice: Hashable, Sendable {
    /// For each file the nearest one above it, up to the root of the file system, alone.
    case nearest
    /// This one, for all files.
    case file(FilePath)
    /// There is none.
    case none
  }

  /// What linters are made of beside the configuration.
  public struct Tools: Sendable {
    /// All rules that there are.
    public var rules: [any Rule.Type]
    /// The schema of configurations, asked for when there is one.
    public var schema: @Sendable () -> Schema
    /// A linter with some rules.
    public var linter: @Sendable (RuleSet) -> Linter
    /// The text of a file at an absolute path, under the name that it is shown by.
    public var read: @Sendable (FilePath, _ name: FilePath) throws(FileError) -> SourceText

    /// Puts the parts together.
    public init(
      rules: [any Rule.Type], schema: @escaping @Sendable () -> Schema,
      linter: @escaping @Sendable (RuleSet) -> Linter,
      read: @escaping @Sendable (FilePath, _ name: FilePath) throws(FileError) -> SourceText
    ) {
      self.rules = rules
      self.schema = schema
      self.linter = linter
      self.read = read
    }
  }

  private typealias Outcome = Result<ConfigurationReading, FileError>

  /// Files with the same of it have the same rules.
  private struct Key: Hashable {
    var configuration: FilePath?
    var overrides: [Int]
  }

  private struct State {
    var finder: ConfigurationFinder
    var reader: ConfigurationReader?
    var outcomes: [FilePath: Outcome] = [:]
    var prepared: [Key: (settings: RuleSettings, linter: Linter)] = [:]
  }

  private let workingDirectory: WorkingDirectory
  private let tools: Tools
  private let commandLine: CommandLineSettings
  private let descriptions: [RuleMetadata]
  /// The location of the one configuration, if there is one for all files.
  private let fixed: FilePath?
  private let looksForNearest: Bool
  private let state: Mutex<State>

  /// The configurations for files that relative paths lead to from a folder.
  public init(
    _ choice: Choice, _ workingDirectory: WorkingDirectory, _ commandLine: CommandLineSettings, _ tools: Tools
  ) {
    self.workingDirectory = workingDirectory
    self.commandLine = commandLine
    self.tools = tools
    descriptions = tools.rules.map { $0.metadata }
    switch choice {
    case .nearest: (fixed, looksForNearest) = (nil, true)
    case .file(let path): (fixed, looksForNearest) = (workingDirectory.location(of: path), false)
    case .none: (fixed, looksForNearest) = (nil, false)
    }
    state = Mutex(State(finder: ConfigurationFinder(workingDirectory: workingDirectory)))
  }
}

// MARK: - What is in force

extension Configurations {
  /// What is in force for a file that a search has found.
  public func settings(for file: FoundFile) -> FileSettings {
    settings(for: file.location, configuredBy: fixed ?? file.configuration)
  }

  /// What is in force for the file at an absolute path, which need not exist.
  public func settings(for location: FilePath) -> FileSettings {
    settings(for: location, configuredBy: configuration(for: location))
  }

  /// The location of the configuration that holds for the file at an absolute path.
  public func configuration(for location: FilePath) -> FilePath? {
    looksForNearest ? state.withLock { $0.finder.nearest(above: location.parent) } : fixed
  }

  private func settings(for location: FilePath, configuredBy file: FilePath?) -> FileSettings {
    let reading = file.flatMap { try? outcome(at: $0).get() }
    let configuration = reading?.configuration
    let overrides = configuration?.overrides(for: location) ?? []
    let (rules, linter) = prepared(configuration, overrides)
    let kind = commandLine.kind.map { Setting($0, .commandLine("--kind")) }
    return FileSettings(
      location: location, configuration: configuration, hasMistakes: file != nil && reading?.hasMistakes != false,
      overrides: overrides, rules: rules, linter: linter,
      kind: kind ?? configuration?.kind(of: location).map { Setting($0) },
      ignores: configuration?.ignores(in: location) ?? [])
  }

  private func prepared(_ configuration: Configuration?, _ overrides: [Int]) -> (RuleSettings, Linter) {
    let key = Key(configuration: configuration?.location, overrides: overrides)
    return state.withLock { state in
      if let prepared = state.prepared[key] { return prepared }
      let settings = RuleSettings(configuration, overrides: overrides, commandLine, rules: descriptions)
      let prepared = (settings, tools.linter(settings.ruleSet(tools.rules)))
      state.prepared[key] = prepared
      return prepared
    }
  }
}

// MARK: - Reading

extension Configurations {
  /// What a search asks for.
  public var forDiscovery: FileDiscovery.Configuration {
    if looksForNearest {
      return .nearest { location in try? self.outcome(at: location).get().configuration.searchRules }
    }
    guard let fixed, let reading = try? outcome(at: fixed).get() else { return .none }
    return .fixed(reading.configuration.searchRules, folder: fixed.parent)
  }

  /// Reads the configuration that is in force for all files, if there is one, so that its mistakes are known.
  public func readFixed() {
    if let fixed { _ = outcome(at: fixed) }
  }

  /// The configurations that were read so far, sorted by path.
  public var readings: [ConfigurationReading] {
    outcomes.compactMap { try? $0.get() }.sorted { $0.configuration.source.path < $1.configuration.source.path }
  }

  /// Why configurations could not be read, sorted by path.
  public var errors: [FileError] {
    let errors = outcomes.compactMap { outcome -> FileError? in
      if case .failure(let error) = outcome { error } else { nil }
    }
    return errors.sorted { $0.path < $1.path }
  }

  /// The reader, made when it is first asked for.
  public var reader: ConfigurationReader { state.withLock { reader(&$0) } }

  private var outcomes: [Outcome] { state.withLock { Array($0.outcomes.values) } }

  private func reader(_ state: inout State) -> ConfigurationReader {
    let reader = state.reader ?? ConfigurationReader(rules: tools.rules, schema: tools.schema())
    state.reader = reader
    return reader
  }

  private func outcome(at location: FilePath) -> Outcome {
    state.withLock { state in
      if let outcome = state.outcomes[location] { return outcome }
      let outcome = read(location, reader(&state))
      state.outcomes[location] = outcome
      return outcome
    }
  }

  private func read(_ location: FilePath, _ reader: ConfigurationReader) -> Outcome {
    do throws(FileError) {
      let source = try tools.read(location, workingDirectory.shown(location))
      // What lies outside of its folder, as is possible for one that was named, is seen from where the user is.
      let base = PatternBase(location.parent, otherwise: fixed == nil ? nil : workingDirectory.location)
      return .success(reader.read(source, at: location, base: base))
    } catch {
      return .failure(error)
    }
  }
}
