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
    var hasTrouble = false
    if command.appliesFixes {
      var fixes = FixRun(workingDirectory, options, applying: command.unsafeFixes ? [.safe, .unsafe] : [.safe], linter)
      fixes.run(&subjects)
      if command.diff { return printPatch(fixes) }
      hasTrouble = fixes.write()
      for case .standardInput(let source, _) in subjects { Console.output(source.bytes) }
    }
    let code = report(on: subjects)
    return hasTrouble ? .trouble : code
  }

  private func report(on subjects: [LintSubject]) -> ExitCode {
    let texts = TextStore(workingDirectory)
    let linter = linter(texts)
    var plan = LintPlan(subjects, in: texts, options, jobs: command.report.jobs)
    if let changed { plan.limit(to: changed) }
    let fixesStandardInput = command.appliesFixes && command.paths == ["-"]
    let run = ReportRun(
      command.report, rules: BuiltInRules.metadata.map { RuleDescription($0) },
      to: fixesStandardInput ? .error : .output)
    let files = plan.files
    return run.run(files.count) { index in
      outcome(of: files[index], texts, linter)
    } ifNothing: {
      // A commit that changes no manifest is nothing to speak of.
      if changed == nil { noteThatNothingWasFound() }
      return !command.allowEmpty
    }
  }

  private func outcome(of file: LintPlan.File, _ texts: TextStore, _ linter: Linter) -> ReportRun.Outcome {
    let source: SourceText
    do throws(FileError) {
      source = try file.source(in: texts)
    } catch {
      // What only a manifest names is reported there.
      return file.isOnlyReferenced ? .passedOver : .unreadable(file.subject.path, error)
    }
    let parsed = file.parsed(source)
    if file.isNoConcern(parsed) { return .passedOver }
    let result = linter.lint(source, parsed: parsed, file.options(options, parsed))
    return .checked([CheckedFile(source, result, parsed: parsed, options.variables)])
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
