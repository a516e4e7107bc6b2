import ManifestConfiguration
import ManifestFiles
import ManifestLint

/// Finds out which comments and which entries of the configuration suppress what is found in the files of a run; then
/// writes them.
struct SuppressionRun {
  /// A file with its comments.
  private struct Change {
    var path: FilePath
    var original: SourceText
    var current: SourceText
    var count: Int
  }

  /// A configuration with the entries for files that hold no comments.
  private struct Addition {
    /// The name that it is shown by.
    var path: FilePath
    var entries: [IgnoreEntryWriter.Entry] = []
  }

  private let workingDirectory: WorkingDirectory
  private let judgement: Judgement
  private let level: Severity
  private let reason: String?
  private let choice: Configurations.Choice
  private var finder: ConfigurationFinder

  private var changes: [FilePath: Change] = [:]
  private var additions: [FilePath: Addition] = [:]
  private var troubles: [String] = []

  /// Prepares a run.
  init(
    _ workingDirectory: WorkingDirectory, _ judgement: Judgement, _ choice: Configurations.Choice, level: Severity,
    reason: String?
  ) {
    self.choice = choice
    self.workingDirectory = workingDirectory
    self.judgement = judgement
    self.level = level
    self.reason = reason
    finder = ConfigurationFinder(workingDirectory: workingDirectory)
  }

  /// Looks at all files; those that cannot be read are spoken of when they are reported on.
  mutating func run(_ plan: LintPlan, _ texts: TextStore) {
    for file in plan.files {
      guard case .file(let found) = file.subject, file.reading == nil, let source = try? file.source(in: texts) else {
        continue
      }
      let parsed = file.parsed(source)
      if file.isNoConcern(parsed) { continue }
      let real = workingDirectory.realLocation(of: found.path)
      // Two names of one file: what is written by one is read by the other in the next run.
      if changes[real] != nil { continue }
      let writer = SuppressionWriter(judgement.linter(file.settings, in: texts), level: level, reason: reason)
      let outcome = writer.suppress(source, file.options(judgement, parsed))
      if outcome.source != source {
        changes[real] = Change(
          path: found.path, original: source, current: outcome.source, count: outcome.count)
      }
      if outcome.uncommented.isEmpty { continue }
      do throws(RenderError) {
        let (configuration, name) = try place(of: found)
        for finding in outcome.uncommented { add(finding, in: found, called: name, to: configuration) }
      } catch {
        troubles += error.lines
      }
    }
  }

  /// The configuration that takes the entries for a file, and what the file is called in it.
  private mutating func place(of file: FoundFile) throws(RenderError) -> (configuration: FilePath, name: FilePath) {
    switch choice {
    case .nearest:
      let configuration =
        finder.nearest(above: file.location.parent)
        ?? ProjectRoot.location(of: file.location, in: workingDirectory).appending(FilePath(ConfigurationFile.names[0]))
      return (configuration, file.location.relative(to: configuration.parent))
    case .file(let path):
      let configuration = workingDirectory.location(of: path)
      let base = PatternBase(configuration.parent, otherwise: workingDirectory.location)
      guard let name = base.path(of: file.location) else {
        throw RenderError(
          "'\(file.path)' can hold no comments, and '\(path)' can hold no entry for a file outside of its folder")
      }
      return (configuration, name)
    case .none:
      throw RenderError(
        "'\(file.path)' can hold no comments, and --no-config keeps entries of a configuration from being used")
    }
  }

  private mutating func add(
    _ finding: SuppressionWriter.UncommentedFinding, in file: FoundFile, called name: FilePath,
    to configuration: FilePath
  ) {
    if finding.isSecret {
      troubles.append("'\(finding.rule)' in '\(file.path)' cannot be suppressed by an entry: its place names a secret")
      return
    }
    let entry = IgnoreEntryWriter.Entry(
      rule: finding.rule, file: name.text, pointer: finding.pointer, reason: reason)
    let path = workingDirectory.shown(configuration)
    additions[configuration, default: Addition(path: path)].entries.append(entry)
  }

  /// Writes the files and the configurations.
  ///
  /// - Returns: Whether something could not be suppressed or written.
  func write() -> Bool {
    var hasTrouble = !troubles.isEmpty
    for trouble in troubles { Console.trouble("manifestlint: \(trouble)\n") }
    func attempt(_ write: () throws(FileError) -> String) {
      do throws(FileError) {
        Console.trouble("manifestlint: \(try write())\n")
      } catch {
        hasTrouble = true
        Console.trouble("manifestlint: \(error.message)\n")
      }
    }
    for change in changes.values.sorted(by: { $0.path < $1.path }) {
      attempt { () throws(FileError) in try Self.write(change) }
    }
    for (location, addition) in additions.sorted(by: { $0.key < $1.key }) {
      attempt { () throws(FileError) in
        if choice == .nearest { try workingDirectory.checkLink(ofFoundConfiguration: location, for: .write) }
        return try write(addition, to: workingDirectory.opened(location))
      }
    }
    return hasTrouble
  }

  private static func write(_ change: Change) throws(FileError) -> String {
    // Somebody else's change must not be lost.
    guard try FileReader().read(change.path) == change.original.bytes else {
      throw FileError(path: change.path, operation: .write, reason: .other("it changed meanwhile"))
    }
    try AtomicFileWriter.write(change.current.bytes, to: change.path)
    return "suppressed \(change.count == 1 ? "1 finding" : "\(change.count) findings") in \(change.path)"
  }

  private func write(_ addition: Addition, to path: FilePath) throws(FileError) -> String {
    let entries = addition.entries.count == 1 ? "1 entry" : "\(addition.entries.count) entries"
    let writer = IgnoreEntryWriter(addition.entries)
    guard path.exists || choice != .nearest else {
      try AtomicFileWriter.createNew(path, Array(writer.newText.utf8))
      return "wrote \(entries) to \(addition.path), which is new"
    }
    let source = try FileReader().source(at: path, name: addition.path)
    guard let changed = writer.adding(to: source) else {
      throw FileError(
        path: addition.path, operation: .write,
        reason: .other("its 'ignore' list cannot be added to without changing something else"))
    }
    guard try FileReader().read(path) == source.bytes else {
      throw FileError(path: addition.path, operation: .write, reason: .other("it changed meanwhile"))
    }
    try AtomicFileWriter.write(changed.bytes, to: path)
    return "added \(entries) to \(addition.path)"
  }
}
