import ArgumentParser
import ManifestFiles
import ManifestLint
import ManifestReport
import ManifestRules

/// One run of `lint`: find the files, fix them if that is asked for, lint each on all processors, report in order of path.
struct LintRun {
  private let command: LintCommand
  private let options: Linter.Options
  private let workingDirectory: WorkingDirectory
  /// The files that are reported on; `nil` for all.
  private let changed: Set<FilePath>?

  /// Prepares a run; it may be limited to manifests among some files, or with documents among them.
  ///
  /// - Throws: A validation error where there is no working directory, or a file of variables cannot be used.
  init(_ command: LintCommand, limitedTo changed: Set<FilePath>? = nil) throws {
    self.command = command
    self.changed = changed
    do throws(FileError) {
      workingDirectory = try WorkingDirectory.ofProcess()
    } catch {
      throw ValidationError(error.message)
    }
    do throws(EnvironmentFileError) {
      options = Linter.Options(kind: command.kind, stage: command.stage, variables: try command.variables.variables())
    } catch {
      throw ValidationError(error.message)
    }
  }

  private func linter(_ texts: TextStore) -> Linter {
    Linter(command.ruleSet, schemas: BundledSchemas.schema, files: texts)
  }

  /// Lints and reports.
  ///
  /// - Returns: The exit code: 2 for trouble, 1 for findings at or over the threshold, else 0.
  func run() throws -> ExitCode {
    var subjects = try subjects()
    if command.listFiles { return list(subjects) }
    let baseline = try baseline()
    var hasTrouble = false
    if command.addSuppressions { hasTrouble = addSuppressions(subjects) }
    if command.appliesFixes {
      var fixes = FixRun(workingDirectory, options, applying: command.unsafeFixes ? [.safe, .unsafe] : [.safe], linter)
      fixes.run(&subjects)
      if command.diff { return printPatch(fixes) }
      hasTrouble = fixes.write()
      for case .standardInput(let source, _) in subjects { Console.output(source.bytes) }
    }
    let code = report(on: subjects, baseline)
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

  private func addSuppressions(_ subjects: [LintSubject]) -> Bool {
    let texts = TextStore(workingDirectory)
    let reason = command.suppressionReason
    let level = command.report.level ?? command.report.formatInForce.defaultLevel
    var run = SuppressionRun(
      workingDirectory, options, SuppressionWriter(linter(texts), level: level, reason: reason), reason: reason)
    var plan = LintPlan(subjects, in: texts, options, jobs: nil)
    if let changed { plan.limit(to: changed) }
    run.run(plan, texts)
    return run.write()
  }

  private func report(on subjects: [LintSubject], _ baseline: BaselineRun?) -> ExitCode {
    let texts = TextStore(workingDirectory)
    let linter = linter(texts)
    var plan = LintPlan(subjects, in: texts, options, jobs: command.report.jobs)
    if let changed { plan.limit(to: changed) }
    let fixesStandardInput = command.appliesFixes && command.paths == ["-"]
    let run = ReportRun(
      command.report, rules: BuiltInRules.metadata.map { RuleDescription($0) },
      to: fixesStandardInput ? .error : .output)
    let files = plan.files
    var found = baseline
    let code = run.run(files.count) { index in
      outcome(of: files[index], texts, linter, baseline)
    } each: { facts in
      found?.record(facts)
    } ifNothing: {
      // A commit that changes no manifest is nothing to speak of.
      if changed == nil { noteThatNothingWasFound() }
      return !command.allowEmpty
    }
    return found?.finish() == false ? .trouble : code
  }

  private func outcome(
    of file: LintPlan.File, _ texts: TextStore, _ linter: Linter, _ baseline: BaselineRun?
  ) -> ReportRun.Outcome {
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
    var options = file.options(options, parsed)
    options.knownFindings = location.flatMap { baseline?.knownFindings(at: $0) }
    let result = linter.lint(source, parsed: parsed, options)
    var checked = CheckedFile(source, result, parsed: parsed, options.variables)
    checked.suppressions = location.map { SuppressionFacts(result, at: $0, by: linter.rules) }
    return .checked([checked])
  }

  private func printPatch(_ fixes: FixRun) -> ExitCode {
    let isTerminal = Terminal.isTerminal(.output)
    let isColored = command.report.color.usesColor(.process, isTerminal: isTerminal)
    let code = fixes.printPatch(PatchPainter(isColored: isColored, isTerminal: isTerminal))
    guard fixes.isEmpty else { return code }
    noteThatNothingWasFound()
    return command.allowEmpty ? code : .trouble
  }

  private func noteThatNothingWasFound() {
    Console.trouble("manifestlint: no app manifest found\(command.paths.isEmpty ? " here" : "")\n")
  }

  // MARK: Finding

  private func subjects() throws -> [LintSubject] {
    let named = command.paths.filter { $0 != "-" }
    var subjects: [LintSubject] = []
    if named.count < command.paths.count { subjects.append(standardInput()) }
    if named.isEmpty && !command.paths.isEmpty { return subjects }
    let found = FileDiscovery(workingDirectory: workingDirectory).files(at: named.map(FilePath.init(argument:)))
    subjects += found.files.map(LintSubject.file) + found.errors.map { .unreadable($0.path, $0) }
    return subjects.sorted { $0.path < $1.path }
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

  private func list(_ subjects: [LintSubject]) -> ExitCode {
    var hasTrouble = false
    var lines = ""
    let texts = TextStore(workingDirectory)
    for subject in subjects {
      switch subject {
      case .file(let found):
        let file = LintPlan.File(subject: subject)
        if found.origin == .candidate, let source = try? file.source(in: texts), file.isNoConcern(file.parsed(source)) {
          continue
        }
        // For a person, what the terminal would obey is escaped; a program gets the name as it is.
        lines += Terminal.isTerminal(.output) ? "\(found.path)\n" : "\(found.path.text)\n"
      case .standardInput(let source, _): lines += "\(source.path)\n"
      case .unreadable(_, let error):
        hasTrouble = true
        Console.trouble("manifestlint: \(error.message)\n")
      }
    }
    Console.output(lines)
    if lines.isEmpty, !hasTrouble {
      noteThatNothingWasFound()
      hasTrouble = !command.allowEmpty
    }
    return hasTrouble ? .trouble : .success
  }
}
