public import JSONSchema
public import ManifestFiles
public import ManifestLint
import ManifestText

/// The configurations of a run: each is found, read and made into rules once, however many files it is for.
///
/// It can be asked on any thread: a language server's host has to be.
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

  /// Reads the file at an absolute path, as the text of the name that it is shown by.
  public typealias Read = @Sendable (_ location: FilePath, _ name: FilePath) throws(FileError) -> SourceText

  private typealias Outcome = Result<ConfigurationReading, FileError>

  /// Files with the same of it have the same rules.
  private struct Key: Hashable {
    var configuration: FilePath
    var overrides: [Int]
  }

  /// What is known so far.
  private struct State {
    var finder: ConfigurationFinder
    var reader: ConfigurationReader?
    var outcomes: [FilePath: Outcome] = [:]
    /// What the files were when they were read.
    var versions: [FilePath: FileVersion] = [:]
    var settings: [Key: RuleSettings] = [:]
    /// Those of files without a configuration, as most runs have only.
    var plainSettings: RuleSettings?
  }

  private let workingDirectory: WorkingDirectory
  private let commandLine: CommandLineSettings
  private let types: [any Rule.Type]
  private let schema: @Sendable () -> Schema
  private let read: Read
  /// The location of the one configuration, if there is one for all files.
  private let fixed: FilePath?
  private let looksForNearest: Bool
  private let state: SharedState<State>

  /// The configurations for files that relative paths lead to from a folder.
  ///
  /// - Parameters:
  ///   - choice: Where they come from.
  ///   - workingDirectory: The folder that relative paths begin in.
  ///   - commandLine: What wins over them.
  ///   - rules: All rules that there are.
  ///   - schema: The schema of configurations, asked for when there is one.
  ///   - read: Reads a file.
  public init(
    _ choice: Choice, _ workingDirectory: WorkingDirectory, _ commandLine: CommandLineSettings,
    rules types: [any Rule.Type], schema: @escaping @Sendable () -> Schema, read: @escaping Read
  ) {
    self.workingDirectory = workingDirectory
    self.commandLine = commandLine
    self.types = types
    self.schema = schema
    self.read = read
    state = SharedState(State(finder: ConfigurationFinder(workingDirectory: workingDirectory)))
    switch choice {
    case .nearest: (fixed, looksForNearest) = (nil, true)
    case .file(let path): (fixed, looksForNearest) = (workingDirectory.location(of: path), false)
    case .none: (fixed, looksForNearest) = (nil, false)
    }
    // What the user has named is spoken of even if it is for nothing.
    if let fixed { _ = outcome(at: fixed) }
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
    settings(
      for: location,
      configuredBy: looksForNearest ? state.withLock { $0.finder.nearest(above: location.parent) } : fixed)
  }

  /// Whether a file is a configuration itself: by its name, or because the command line says so.
  public func isConfiguration(_ path: FilePath) -> Bool {
    commandLine.kind.map { $0 == .configuration } ?? ConfigurationFile.isName(path.name)
  }

  /// What is in force for a configuration, which no other one is for.
  public func settings(forConfigurationAt location: FilePath) -> FileSettings {
    FileSettings(
      location: location, rules: settings(of: nil, overrides: []), hasMistakes: false,
      kind: Setting(.configuration, .standard), ignores: [])
  }

  /// What a configuration says, where no override holds, with what the command line says.
  public func settings(of configuration: Configuration) -> RuleSettings {
    settings(of: configuration, overrides: [])
  }

  private func settings(for location: FilePath, configuredBy file: FilePath?) -> FileSettings {
    let reading = file.flatMap { try? outcome(at: $0).get() }
    let configuration = reading?.configuration
    let kind = commandLine.kind.map { Setting($0, .commandLine("--kind")) }
    return FileSettings(
      location: location, rules: settings(of: configuration, overrides: configuration?.overrides(for: location) ?? []),
      hasMistakes: file != nil && reading?.hasMistakes != false,
      kind: kind ?? configuration?.kind(of: location).map { Setting($0) },
      ignores: configuration?.ignores(in: location) ?? [])
  }

  private func settings(of configuration: Configuration?, overrides: [Int]) -> RuleSettings {
    return state.withLock { state in
      guard let configuration else {
        let settings = state.plainSettings ?? RuleSettings(nil, commandLine, rules: types)
        state.plainSettings = settings
        return settings
      }
      let key = Key(configuration: configuration.location, overrides: overrides)
      if let known = state.settings[key] { return known }
      let new = RuleSettings(configuration, overrides: overrides, commandLine, rules: types)
      state.settings[key] = new
      return new
    }
  }
}

// MARK: - Reading

extension Configurations {
  /// What a search asks for.
  public var forDiscovery: FileDiscovery.Configuration {
    if looksForNearest {
      return .nearest { location in self.searchRules(at: location) }
    }
    guard let fixed, let reading = try? outcome(at: fixed).get() else { return .none }
    return .fixed(reading.configuration.searchRules, folder: fixed.parent)
  }

  /// What the configuration at a location says of a search; `nil` if it cannot be read.
  public func searchRules(at location: FilePath) -> SearchRules? {
    try? outcome(at: location).get().configuration.searchRules
  }

  /// The configuration at a location.
  public func reading(at location: FilePath) throws(FileError) -> ConfigurationReading {
    try outcome(at: location).get()
  }

  /// Takes a text for the configuration at a location, whatever the file there holds, and if there is none.
  public func reading(_ source: SourceText, at location: FilePath) -> ConfigurationReading {
    state.withLock { state in
      let reading = parsed(source, at: location, reader(&state))
      state.outcomes[location] = .success(reading)
      state.versions[location] = nil
      state.finder.assume(location)
      // What was made of another text of the same file is out of date.
      state.settings = state.settings.filter { $0.key.configuration != location }
      return reading
    }
  }

  /// The configurations that were read so far, sorted by path.
  public var readings: [ConfigurationReading] {
    let readings = outcomes.compactMap { try? $0.get() }
    return readings.sorted {
      $0.configuration.source.path.utf8.lexicographicallyPrecedes($1.configuration.source.path.utf8)
    }
  }

  /// Why configurations could not be read, sorted by path.
  public var errors: [FileError] {
    let errors = outcomes.compactMap { outcome -> FileError? in
      if case .failure(let error) = outcome { error } else { nil }
    }
    return errors.sorted { $0.path < $1.path }
  }

  /// Whether what was found and read so far still stands on the disk like that.
  public var areUpToDate: Bool {
    let (finder, versions) = state.withLock { ($0.finder, $0.versions) }
    return finder.isUpToDate
      && versions.allSatisfy { location, version in version == FileVersion(workingDirectory.opened(location)) }
  }

  /// What reads configurations, made when it is first needed.
  public var reader: ConfigurationReader { state.withLock { reader(&$0) } }

  private func reader(_ state: inout State) -> ConfigurationReader {
    let reader = state.reader ?? ConfigurationReader(rules: types, schema: schema())
    state.reader = reader
    return reader
  }

  private var outcomes: [Outcome] { state.withLock { Array($0.outcomes.values) } }

  private func outcome(at location: FilePath) -> Outcome {
    state.withLock { state in
      if let outcome = state.outcomes[location] { return outcome }
      // Before it is read: what changes meanwhile is another version.
      state.versions[location] = FileVersion(workingDirectory.opened(location))
      let outcome: Outcome
      do throws(FileError) {
        let source = try read(location, workingDirectory.shown(location))
        outcome = .success(parsed(source, at: location, reader(&state)))
      } catch {
        outcome = .failure(error)
      }
      state.outcomes[location] = outcome
      return outcome
    }
  }

  private func parsed(
    _ source: SourceText, at location: FilePath, _ reader: ConfigurationReader
  ) -> ConfigurationReading {
    // What lies outside of its folder, as is possible for one that was named, is seen from where the user is.
    let base = PatternBase(location.parent, otherwise: fixed == nil ? nil : workingDirectory.location)
    return reader.read(source, at: location, base: base)
  }
}
