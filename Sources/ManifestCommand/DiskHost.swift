import ManifestConfiguration
import ManifestFiles
import ManifestLanguageServer
import ManifestLint
import ManifestRules
import ManifestText

/// The machine that the language server runs on: its disk, and the configurations on it.
final class DiskHost: LanguageServerHost {
  /// What is known until the configurations are to be read anew.
  private struct State {
    var texts: [String: SourceText] = [:]
    var client = ClientSettings()
    var configurations: Configurations?
    var locations: [String: FilePath] = [:]
    var search: Search?
    /// When configurations were last looked at.
    var lastLook: Look?
  }

  /// When the disk was looked at, and what that took, in nanoseconds.
  fileprivate struct Look {
    var end: UInt64
    var duration: UInt64

    /// One that is over now.
    init(since start: UInt64) {
      end = ProgressBar.now
      duration = end &- start
    }
  }

  /// What looking for manifests brought.
  fileprivate struct Search {
    var folders: [FilePath]
    var manifests: [String]
    /// What configurations said of it, by location; also of those that are open and that it did not pass.
    var rules: [FilePath: SearchRules]
    var look: Look
  }

  /// When looking at the disk again is put off: a search that people would feel is not made for everything that they save.
  struct SearchPatience {
    /// How long it may take, in nanoseconds, to be done whenever it is asked for.
    var unfelt: UInt64 = 50_000_000
    /// For how many times its duration the outcome of another counts.
    var factor: UInt64 = 20

    fileprivate func counts(_ look: Look, at now: UInt64) -> Bool {
      look.duration > unfelt && now &- look.end < factor &* look.duration
    }
  }

  private let workingDirectory: WorkingDirectory
  private let variables: Variables
  private let patience: SearchPatience
  private let pause: UInt64
  private let state: SharedState<State>

  /// The host of a server.
  ///
  /// - Parameters:
  ///   - workingDirectory: What paths start from.
  ///   - variables: The values of variables in documents.
  ///   - patience: When looking for manifests is put off.
  ///   - pause: For how many nanoseconds configurations are not looked at again.
  init(
    workingDirectory: WorkingDirectory, variables: Variables, patience: SearchPatience = SearchPatience(),
    pause: UInt64 = 1_000_000_000
  ) {
    self.workingDirectory = workingDirectory
    self.variables = variables
    self.patience = patience
    self.pause = pause
    state = SharedState(State())
  }

  private var today: CalendarDay? { WallClock.secondsSince1970(.process).map { CalendarDay(secondsSince1970: $0) } }

  // MARK: Files

  func contents(of path: String, limit: Int) -> Result<[UInt8], ReferencedFileProblem> {
    do throws(FileError) {
      return .success(try FileReader(limit: limit).read(FilePath(path)))
    } catch {
      return .failure(ReferencedFileProblem(error.reason))
    }
  }

  func location(of path: String, namedBy manifest: String) -> Result<String, ReferencedFileProblem> {
    DiskFiles(workingDirectory).file(path, namedBy: manifest).map { file in
      workingDirectory.location.appending(file).collapsed.text
    }
  }

  func manifests(in folders: [String]) -> [String] {
    // Somebody who opens a file from nowhere in particular does not want all files there are to be read.
    let home = Environment.process["HOME"].map { FilePath($0).normalized }
    let folders = folders.map { FilePath($0).normalized }.filter { $0 != home && $0.parent != $0 }
    if folders.isEmpty { return [] }
    let start = ProgressBar.now
    let known = state.withLock { $0.search }
    if let known, known.folders == folders, patience.counts(known.look, at: start), hasSameRules(known) {
      return known.manifests
    }
    let configurations = configurationsInForce
    var rules: [FilePath: SearchRules] = [:]
    for location in openConfigurations { rules[location] = configurations.searchRules(at: location) }
    let discovery = FileDiscovery(
      workingDirectory: workingDirectory,
      configuration: .nearest { location in
        let found = configurations.searchRules(at: location)
        rules[location] = found ?? SearchRules()
        return found
      })
    let manifests = discovery.files(at: folders).files.map(\.location.text).sorted()
    let search = Search(folders: folders, manifests: manifests, rules: rules, look: Look(since: start))
    state.withLock { $0.search = search }
    return manifests
  }

  func forgetManifests() { state.withLock { $0.search = nil } }

  /// Whether the configurations say of a search what they said then; those that are open may be new.
  private func hasSameRules(_ search: Search) -> Bool {
    let configurations = configurationsInForce
    return Set(search.rules.keys).union(openConfigurations).allSatisfy { location in
      // One that says nothing of a search is as good as none.
      (configurations.searchRules(at: location) ?? SearchRules()) == search.rules[location, default: SearchRules()]
    }
  }

  private var openConfigurations: [FilePath] { state.withLock { $0.texts.keys }.map { location(of: $0) } }

  func entries(of folder: String) -> [FolderEntry] {
    FolderListing.entries(of: FilePath(folder)).map { FolderEntry(name: $0.name, isFolder: $0.isFolder) }
  }

  func nameMeaning(of path: String) -> NameMeaning {
    switch DiscoveryName(FilePath(path)) {
    case .manifest: .manifest
    case let name:
      if configurationsInForce.settings(for: location(of: path)).configuration?.includes(location(of: path)) == true {
        .manifest
      } else {
        name == .candidate ? .candidate : .unknown
      }
    }
  }

  /// The location that the patterns of configurations are compared with.
  private func location(of path: String) -> FilePath {
    if let known = state.withLock({ $0.locations[path] }) { return known }
    let location = workingDirectory.location(of: FilePath(path))
    state.withLock { $0.locations[path] = location }
    return location
  }

  // MARK: Configurations

  func isConfiguration(_ path: String) -> Bool { ConfigurationFile.isName(FilePath(path).name) }

  func forgetConfigurations(open texts: [String: SourceText]) {
    state.withLock {
      $0 = State(texts: texts, client: $0.client, search: $0.search, lastLook: $0.lastLook)
    }
  }

  /// The configurations as the files and the editor's settings were last.
  private var configurationsInForce: Configurations { configurations(state.withLock { $0.client }) }

  private func configurations(_ client: ClientSettings) -> Configurations {
    let known = state.withLock { state in state.client == client ? state.configurations : nil }
    if let known { return known }
    var settings = CommandLineSettings()
    (settings.profile, settings.stage) = (client.profile, client.stage)
    // An editor shows absolute paths.
    let configurations = Configurations(.nearest, workingDirectory, settings) { location, _ in location }
    let texts = state.withLock { $0.texts }
    for (path, text) in texts { _ = configurations.reading(text, at: location(of: path)) }
    state.withLock { ($0.client, $0.configurations) = (client, configurations) }
    return configurations
  }

  func settings(for path: String, _ client: ClientSettings) -> DocumentSettings {
    let settings = configurations(client).settings(for: location(of: path))
    return DocumentSettings(
      rules: settings.rules.ruleSet, options: settings.options(variables, today: today),
      isExcluded: settings.isExcluded, hasMistakes: settings.hasMistakes)
  }

  var configurations: [String] {
    let configurations = configurationsInForce
    return (configurations.readings.map(\.configuration.location.text) + configurations.errors.map(\.path.text))
      .sorted()
  }

  func configuration(at path: String, _ client: ClientSettings) -> ConfigurationCheck? {
    let configurations = configurations(client)
    guard let reading = try? configurations.reading(at: location(of: path)) else { return nil }
    let configuration = reading.configuration
    let (rules, today, hasMistakes) = (configurations.settings(of: configuration), today, reading.hasMistakes)
    return ConfigurationCheck(
      linter: configurations.reader.linter, options: ConfigurationReader.options, result: reading.result,
      filesWithEntries: Set(configuration.ignores.map { configuration.location.parent.appending($0.file) }).sorted()
        .map(\.text)
    ) { uses in
      var review = ConfigurationReview()
      for uses in uses { review.add(uses, of: configuration.location) }
      // As on the command line: what nobody needs is known only where all of the configuration is.
      return ConfigurationCheck.EntryReview(
        diagnostics: review.diagnostics(rules, today: today),
        remainder: hasMistakes ? nil : review.withoutUnusedEntries(rules, today: today)?.text)
    }
  }

  func hasNewConfigurations() -> Bool {
    let start = ProgressBar.now
    let (last, configurations) = state.withLock { ($0.lastLook, $0.configurations) }
    guard let configurations else { return false }
    if let last, start &- last.end < pause || patience.counts(last, at: start) { return false }
    let isNew = !configurations.areUpToDate
    let look = Look(since: start)
    state.withLock { $0.lastLook = look }
    return isNew
  }

  func trouble(withConfigurationAt path: String) -> String? {
    do throws(FileError) {
      return try configurationsInForce.reading(at: location(of: path)).trouble
    } catch {
      return error.trouble
    }
  }

  func ignoreEntryPlace(for path: String) -> IgnoreEntryPlace? {
    guard path.hasPrefix("/") else { return nil }
    let location = location(of: path)
    let configuration =
      configurationsInForce.settings(for: location).configuration?.location
      ?? ProjectRoot.location(of: location, in: workingDirectory).appending(FilePath(ConfigurationFile.names[0]))
    return IgnoreEntryPlace(
      configuration: configuration.text, file: location.relative(to: configuration.parent).text)
  }
}
