import ArgumentParser
import ManifestConfiguration
import ManifestFiles
import ManifestLint
import ManifestReport
import ManifestRules

/// One run of `lint`: find the files, fix them if that is asked for, lint each on all processors, report in order of path.
struct LintRun {
  private let command: LintCommand
  private let judgement: Judgement
  private let workingDirectory: WorkingDirectory
  /// The files that are reported on; `nil` for all.
  private let changed: Set<FilePath>?

  private let isForCommit: Bool

  /// Prepares a run; for a commit, it may be limited to manifests among some files, or with documents among them.
  ///
  /// - Throws: A validation error where there is no working directory, or a file of variables cannot be used.
  init(_ command: LintCommand, forCommit isForCommit: Bool = false, limitedTo changed: Set<FilePath>? = nil) throws {
    self.command = command
    self.isForCommit = isForCommit
    self.changed = changed
    do throws(FileError) {
      workingDirectory = try WorkingDirectory.ofProcess()
    } catch {
      throw ValidationError(error.message)
    }
    guard let now = WallClock.secondsSince1970(.process) else {
      throw ValidationError("SOURCE_DATE_EPOCH is not a number of seconds since 1970")
    }
    do throws(EnvironmentFileError) {
      judgement = Judgement(
        schemas: BundledSchemas.schema, variables: try command.variables.variables(),
        today: CalendarDay(secondsSince1970: now))
    } catch {
      throw ValidationError(error.message)
    }
  }

  /// Lints and reports.
  ///
  /// - Returns: The exit code: 2 for trouble, 1 for findings at or over the threshold, else 0.
  func run() throws -> ExitCode {
    let configurations = command.settings.configurations(workingDirectory)
    var found = try subjects(configurations)
    if command.listFiles { return list(found, configurations) }
    let baseline = try baseline()
    var hasTrouble = false
    if command.addSuppressions {
      hasTrouble = addSuppressions(found, configurations)
      // A configuration that is new is in force as well.
      found = try subjects(command.settings.configurations(workingDirectory))
    }
    if command.appliesFixes {
      var fixes = FixRun(
        workingDirectory, judgement, configurations, applying: command.unsafeFixes ? [.safe, .unsafe] : [.safe])
      fixes.run(&found.subjects)
      if command.diff { return printPatch(fixes, found, configurations) }
      hasTrouble = fixes.write()
      for case .standardInput(let source, _) in found.subjects { Console.output(source.bytes) }
    }
    // A configuration may be among the files that were written.
    let isWritten = command.appliesFixes || command.addSuppressions
    let code = report(
      on: found, isWritten ? command.settings.configurations(workingDirectory) : configurations, baseline)
    return hasTrouble ? .trouble : code
  }

  private func baseline() throws -> BaselineRun? {
    guard command.baseline != nil || command.writeBaseline != nil else { return nil }
    do throws(RenderError) {
      return try BaselineRun(reading: command.baseline, writing: command.writeBaseline, workingDirectory)
    } catch {
      for line in error.lines { Console.trouble("manifestlint: \(line)\n") }
      throw ExitCode.trouble
    }
  }

  private func addSuppressions(_ found: Found, _ configurations: Configurations) -> Bool {
    let texts = TextStore(workingDirectory)
    let level = command.report.level ?? command.report.formatInForce.defaultLevel
    var run = SuppressionRun(
      workingDirectory, judgement, command.settings.choice, level: level, reason: command.suppressionReason)
    var plan = LintPlan(found.subjects, in: texts, configurations, judgement.variables, jobs: nil)
    if let changed { plan.limit(to: changed) }
    run.run(plan, texts)
    return run.write()
  }

  private func report(on found: Found, _ configurations: Configurations, _ baseline: BaselineRun?) -> ExitCode {
    let texts = TextStore(workingDirectory)
    var plan = plan(found, in: texts, configurations)
    if let changed { plan.limit(to: changed) }
    return report(on: plan, found, configurations, baseline) { [judgement, workingDirectory] file in
      Self.outcome(of: file, texts, texts, judgement, workingDirectory, baseline)
    }
  }

  /// Reports on what has changed since the round before and on all else, if there is anything to report that was not.
  ///
  /// - Parameters:
  ///   - memory: What came of the rounds before.
  ///   - watch: What is told of changes.
  ///   - begin: Called before something is reported.
  func round(_ memory: OutcomeMemory, _ watch: inout FolderWatch, begin: () -> Void) throws {
    let texts = TextStore(workingDirectory)
    var configurations: Configurations
    var found: Found
    var plan: LintPlan
    repeat {
      // What came between looking for folders and watching them is found in the next pass.
      configurations = command.settings.configurations(workingDirectory)
      found = try subjects(configurations)
      plan = self.plan(found, in: texts, configurations)
    } while watch.watch(folders(plan, found, configurations, memory))
    let baseline = try baseline()
    var surroundings = Surroundings(
      excluded: found.excluded, errors: configurations.errors, baseline: baseline?.bytes, today: judgement.today)
    for reading in configurations.readings {
      surroundings.texts[reading.configuration.location] = reading.configuration.source.bytes
    }
    for path in command.variables.envFile.map(FilePath.init(argument:)) {
      surroundings.texts[path] = try? FileReader().read(path)
    }
    if memory.begin(plan, in: texts, surroundings) { return }
    begin()
    _ = report(on: plan, found, configurations, baseline) { [judgement, workingDirectory] file in
      memory.outcome(of: file, in: texts) { files in
        Self.outcome(of: file, texts, files, judgement, workingDirectory, baseline)
      }
    }
    // What was asked for besides is known now, and may have changed before it was watched.
    if watch.watch(folders(plan, found, configurations, memory)) { try round(memory, &watch, begin: begin) }
  }

  /// What all outcomes depend on.
  struct Surroundings: Hashable, Sendable {
    var excluded: [FilePath]
    var errors: [FileError]
    var baseline: [UInt8]?
    var today: CalendarDay?
    /// The texts of configurations and of files of variables.
    var texts: [FilePath: [UInt8]] = [:]
  }

  /// The folders in which something may change that the outcome depends on.
  private func folders(
    _ plan: LintPlan, _ found: Found, _ configurations: Configurations, _ memory: OutcomeMemory
  ) -> Set<FilePath> {
    var folders = Set(found.folders)
    func add(folderOf location: FilePath) {
      var folder = location.parent
      while !folder.isFolder, folder.parent != folder { folder = folder.parent }
      folders.insert(folder)
    }
    let named = [command.baseline, command.settings.config].compactMap(\.self) + command.variables.envFile
    var paths = named.map { FilePath(argument: $0) } + memory.askedPaths
    for file in plan.files { paths.append(file.subject.path) }
    for path in paths {
      add(folderOf: workingDirectory.location(of: path))
      add(folderOf: workingDirectory.realLocation(of: path))
    }
    for reading in configurations.readings { add(folderOf: reading.configuration.location) }
    // A configuration, or a list of what git ignores, may come to stand above.
    for start in Array(folders) {
      let root = WorkingDirectory(start).repository ?? workingDirectory.location
      var folder = start
      while folder != root, folder.isInside(root), folders.insert(folder.parent).inserted { folder = folder.parent }
    }
    return folders
  }

  private func plan(_ found: Found, in texts: TextStore, _ configurations: Configurations) -> LintPlan {
    LintPlan(found.subjects, in: texts, configurations, judgement.variables, jobs: command.report.jobs)
  }

  private func report(
    on plan: LintPlan, _ found: Found, _ configurations: Configurations, _ baseline: BaselineRun?,
    check: @escaping @Sendable (LintPlan.File) -> ReportRun.Outcome
  ) -> ExitCode {
    let fixesStandardInput = command.appliesFixes && command.paths == ["-"]
    let run = ReportRun(
      command.report, rules: RuleDescriptions { BuiltInRules.metadata.map { RuleDescription($0) } },
      to: fixesStandardInput ? .error : .output)
    var compared = baseline
    let code = run.run(
      plan.count, check: { check(plan[$0]) },
      remarks: remarks(configurations, ConfigurationReview()),
      // What became of entries is known at the end only.
      revise: plan.hasIgnoreEntries ? { remarks(configurations, Self.review($0)) } : nil,
      each: { compared?.record($0) },
      ifNothing: {
        // A commit that leaves no manifest to check is nothing to speak of.
        isForCommit ? !command.allowEmpty : isTroubleThatNothingWasFound(found)
      })
    return compared?.finish(whereFilesAreGoneBelow: searchedFolders) == false ? .trouble : code
  }

  /// The folders in which a file that is not found is gone.
  private var searchedFolders: [FilePath] {
    if isForCommit || changed != nil { return [] }
    return command.paths.isEmpty
      ? [workingDirectory.location] : command.paths.map { workingDirectory.location(of: FilePath(argument: $0)) }
  }

  private static func review(_ outcomes: [ReportRun.Outcome]) -> ConfigurationReview {
    var review = ConfigurationReview()
    for case .checked(let file, _) in outcomes {
      guard let facts = file.suppressions, let configuration = facts.configuration else { continue }
      review.add(facts.ignoreEntryUses, of: configuration)
    }
    return review
  }

  /// What is wrong with the configurations, and which of their entries are for nothing.
  private func remarks(_ configurations: Configurations, _ review: ConfigurationReview) -> ReportRun.Remarks {
    var remarks = ReportRun.Remarks(troubles: troubles(configurations))
    remarks.files = configurations.errors.map { CheckedFile(unreadable: $0.path, $0) }
    for reading in configurations.readings {
      let settings = configurations.settings(of: reading.configuration)
      let file = CheckedFile(reading, review.diagnostics(settings, today: judgement.today))
      if !file.reported.diagnostics.isEmpty { remarks.files.append(file) }
    }
    remarks.files.sort { FilePath($0.reported.path) < FilePath($1.reported.path) }
    return remarks
  }

  /// What keeps configurations from being in force as they were meant, a line each.
  private func troubles(_ configurations: Configurations) -> [String] {
    let consequence = command.appliesFixes ? "; the files that it is for are not fixed" : ""
    return (configurations.errors.map(\.trouble) + configurations.readings.compactMap(\.trouble)).map {
      $0 + consequence
    }
  }

  private static func outcome(
    of file: LintPlan.File, _ texts: TextStore, _ named: any ReferencedFiles, _ judgement: Judgement,
    _ workingDirectory: WorkingDirectory, _ baseline: BaselineRun?
  ) -> ReportRun.Outcome {
    if let reading = file.reading { return .checked(CheckedFile(reading)) }
    let source: SourceText
    do throws(FileError) {
      source = try file.source(in: texts)
    } catch {
      // What only a manifest names is reported there.
      return file.isOnlyReferenced ? .passedOver : .unreadable(file.subject.path, error)
    }
    let parsed = file.parsed(source)
    if file.isNoConcern(parsed) { return .passedOver }
    let location = file.subject.location(workingDirectory)
    var options = file.options(judgement, parsed)
    options.knownFindings = location.flatMap { baseline?.knownFindings(at: $0) }
    let linter = judgement.linter(file.settings, in: named)
    var result = linter.lint(source, parsed: parsed, options)
    // What --fix would not do is not offered.
    result.diagnostics = Fixer(linter, applying: [.safe, .unsafe])
      .withoutHarmfulFixes(result.diagnostics, in: source, options)
    var checked =
      file.isHidden(source, parsed)
      ? CheckedFile(hidden: source.path, options.kind, result)
      : CheckedFile(source, result, parsed: parsed, judgement.variables)
    checked.suppressions = location.map { SuppressionFacts(result, at: $0, by: file.settings.rules) }
    return .checked(checked)
  }

  private func printPatch(_ fixes: FixRun, _ found: Found, _ configurations: Configurations) -> ExitCode {
    let isTerminal = Terminal.isTerminal(.output)
    let isColored = command.report.color.usesColor(.process, isTerminal: isTerminal)
    let code = fixes.printPatch(PatchPainter(isColored: isColored, isTerminal: isTerminal))
    let troubles = troubles(configurations)
    for line in troubles { Console.trouble("manifestlint: \(line)\n") }
    let isTrouble = !troubles.isEmpty || fixes.isEmpty && isTroubleThatNothingWasFound(found)
    return isTrouble ? .trouble : code
  }

  private func isTroubleThatNothingWasFound(_ found: Found) -> Bool {
    if !found.excluded.isEmpty { return false }
    Console.trouble("manifestlint: no app manifest found\(command.paths.isEmpty ? " here" : "")\n")
    return !command.allowEmpty
  }

  // MARK: Finding

  /// What there is to lint.
  private struct Found {
    /// In order of path.
    var subjects = LintSubjects()
    /// What was named and is left out, since the configuration excludes it.
    var excluded: [FilePath] = []
    /// The locations of the folders that were searched.
    var folders: [FilePath] = []
  }

  private func subjects(_ configurations: Configurations) throws -> Found {
    let named = command.paths.filter { $0 != "-" }
    var result = Found()
    var files = FoundFileList()
    var others: [LintSubject] = []
    if named.count < command.paths.count {
      let input = standardInput()
      if command.forceExclude, configurations.settings(for: workingDirectory.location(of: input.path)).isExcluded {
        result.excluded.append(input.path)
        if command.appliesFixes, !command.diff, case .standardInput(let source, _) = input {
          Console.output(source.bytes)
        }
      } else {
        others.append(input)
      }
    }
    if !named.isEmpty || command.paths.isEmpty {
      let discovery = FileDiscovery(
        workingDirectory: workingDirectory, configuration: configurations.forDiscovery,
        // What is staged is tracked, whatever patterns say.
        respectsIgnoreFiles: !isForCommit, forcesExclude: command.forceExclude)
      let found = discovery.files(at: named.map(FilePath.init(argument:)))
      files = found.files
      others += found.errors.map { .unreadable($0.path, $0) }
      result.excluded += found.excluded
      result.folders = found.folders
    }
    result.subjects = LintSubjects(files, others)
    if command.report.verbose {
      for path in result.excluded {
        Console.trouble("manifestlint: '\(path)' is passed over, as the configuration excludes it\n")
      }
    }
    return result
  }

  private func standardInput() -> LintSubject {
    let name = command.stdinFilename ?? "<stdin>"
    if command.listFiles {
      return .standardInput(SourceText(path: name, bytes: []), isNamed: command.stdinFilename != nil)
    }
    do throws(FileError) {
      let source = SourceText(path: name, bytes: try FileReader().readStandardInput())
      return .standardInput(source, isNamed: command.stdinFilename != nil)
    } catch {
      return .unreadable(FilePath(name), error)
    }
  }

  private func list(_ found: Found, _ configurations: Configurations) -> ExitCode {
    var hasTrouble = false
    var lines = ""
    let texts = TextStore(workingDirectory)
    for file in LintPlan(found.subjects, in: texts, configurations).files {
      switch file.subject {
      case .file(let named):
        if named.origin == .candidate, let source = try? file.source(in: texts), file.isNoConcern(file.parsed(source)) {
          continue
        }
        // For a person, what the terminal would obey is escaped; a program gets the name as it is.
        lines += Terminal.isTerminal(.output) ? "\(named.path)\n" : "\(named.path.text)\n"
      case .standardInput(let source, _): lines += "\(source.path)\n"
      case .unreadable(_, let error):
        hasTrouble = true
        Console.trouble("manifestlint: \(error.message)\n")
      }
    }
    Console.output(lines)
    for line in troubles(configurations) {
      hasTrouble = true
      Console.trouble("manifestlint: \(line)\n")
    }
    if lines.isEmpty, !hasTrouble { hasTrouble = isTroubleThatNothingWasFound(found) }
    return hasTrouble ? .trouble : .success
  }
}
