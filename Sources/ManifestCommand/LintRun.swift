import ArgumentParser
import ManifestConfiguration
import ManifestFiles
import ManifestLint
import ManifestReport
import ManifestRules

/// One run of `lint`: find the files, lint each on all processors, report in order of path.
struct LintRun {
  private let command: LintCommand
  private let linter: Linter
  private let options: Linter.Options
  private let workingDirectory: WorkingDirectory
  private let files: DiskFiles

  /// Prepares a run.
  ///
  /// - Throws: A validation error where there is no working directory, or a file of variables cannot be used.
  init(_ command: LintCommand) throws {
    self.command = command
    do throws(FileError) {
      workingDirectory = try WorkingDirectory.ofProcess()
    } catch {
      throw ValidationError(error.message)
    }
    files = DiskFiles(workingDirectory)
    let rules = RuleSettings(nil, command.settings.settings, rules: BuiltInRules.metadata).ruleSet(BuiltInRules.all)
    linter = Linter(rules, schemas: BundledSchemas.compiled(), files: files)
    do throws(EnvironmentFileError) {
      options = Linter.Options(
        kind: command.settings.kind, stage: command.settings.stage, variables: try command.variables.variables())
    } catch {
      throw ValidationError(error.message)
    }
  }

  /// Something to be reported on.
  private enum Subject: Sendable {
    case file(FoundFile)
    case standardInput(name: String)
    case unreadable(FileError)

    var path: FilePath {
      switch self {
      case .file(let file): file.path
      case .standardInput(let name): FilePath(name)
      case .unreadable(let error): error.path
      }
    }
  }

  /// Lints and reports.
  ///
  /// - Returns: The exit code: 2 for trouble, 1 for findings at or over the threshold, else 0.
  func run() throws -> ExitCode {
    let subjects = try subjects()
    if command.listFiles { return list(subjects) }
    let fixesStandardInput = command.appliesFixes && command.paths == ["-"]
    let run = ReportRun(
      command.report, rules: BuiltInRules.metadata.map { RuleDescription($0) },
      to: fixesStandardInput ? .error : .output)
    // Files are written one after the other: two manifests may refer to the same document.
    return run.run(subjects.count, jobs: command.appliesFixes ? 1 : nil) { index in
      outcome(of: subjects[index])
    } ifNothing: {
      noteThatNothingWasFound()
      return !command.allowEmpty
    }
  }

  private func noteThatNothingWasFound() {
    Console.trouble("manifestlint: no app manifest found\(command.paths.isEmpty ? " here" : "")\n")
  }

  // MARK: Finding

  private func subjects() throws -> [Subject] {
    let named = command.paths.filter { $0 != "-" }
    var subjects: [Subject] = []
    if named.count < command.paths.count { subjects.append(.standardInput(name: command.stdinFilename ?? "<stdin>")) }
    if named.isEmpty && !command.paths.isEmpty { return subjects }
    let found = FileDiscovery(workingDirectory: workingDirectory).files(at: named.map(FilePath.init(argument:)))
    subjects += found.files.map(Subject.file) + found.errors.map(Subject.unreadable)
    return subjects.sorted { $0.path < $1.path }
  }

  private func list(_ subjects: [Subject]) -> ExitCode {
    var hasTrouble = false
    var lines = ""
    for subject in subjects {
      switch subject {
      case .file(let file):
        if case .passedOver = outcome(of: subject) { continue }
        // For a person, what the terminal would obey is escaped; a program gets the name as it is.
        lines += Terminal.isTerminal(.output) ? "\(file.path)\n" : "\(file.path.text)\n"
      case .standardInput(let name): lines += "\(name)\n"
      case .unreadable(let error):
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

  // MARK: Linting

  private func outcome(of subject: Subject) -> ReportRun.Outcome {
    let source: SourceText
    do throws(FileError) {
      switch subject {
      case .file(let file): source = try FileReader().source(at: file.path)
      case .standardInput(let name):
        source = SourceText(path: name, bytes: try FileReader().readStandardInput())
      case .unreadable(let error): throw error
      }
    } catch {
      return .unreadable(subject.path, error)
    }
    let isNamed = if case .standardInput = subject { command.stdinFilename != nil } else { true }
    let parsed = StandardInputLanguage.parse(source, isNamed: isNamed)
    if case .file(let file) = subject, file.origin == .candidate,
      !parsed.documents.contains(where: { DocumentKind.isPlainlyAppManifest($0.root) })
    {
      return .passedOver
    }
    if command.appliesFixes { return fixed(source, subject, parsed.documents.first?.language) }
    let result = linter.lint(source, parsed: parsed, options)
    return .checked([ReportedFile(source, result)] + referencedDocuments(of: parsed, result.kinds))
  }

  /// Applies fixes to a file and to the documents that it refers to, and reports what is left.
  private func fixed(
    _ source: SourceText, _ subject: Subject, _ language: SyntaxTree.Language?
  ) -> ReportRun.Outcome {
    var options = options
    options.language = language
    let isFile = if case .file = subject { true } else { false }
    do throws(FileError) {
      let source = try fixed(source, at: isFile ? subject.path : nil, options)
      if !isFile { Console.output(source.bytes) }
      let parsed = Linter.parse(source, language)
      let result = linter.lint(source, parsed: parsed, options)
      for (document, path, options) in references(of: parsed, result.kinds) {
        _ = try fixed(document, at: path, options)
      }
      return .checked([ReportedFile(source, result)] + referencedDocuments(of: parsed, result.kinds))
    } catch {
      return .checked([ReportedFile(source, linter.lint(source, options))], error)
    }
  }

  /// The text with its fixes applied, and written where it stands in a file.
  private func fixed(
    _ source: SourceText, at path: FilePath?, _ options: Linter.Options
  ) throws(FileError) -> SourceText {
    let outcome = Fixer(linter, applying: command.unsafeFixes ? [.safe, .unsafe] : [.safe]).fix(source, options)
    guard outcome.count > 0, let path else { return outcome.source }
    // Somebody else's change must not be lost.
    guard try FileReader().source(at: path) == source else {
      throw FileError(path: path, operation: .write, reason: .other("it changed meanwhile"))
    }
    try AtomicFileWriter.write(outcome.source.bytes, to: path)
    let findings = outcome.count == 1 ? "1 finding" : "\(outcome.count) findings"
    Console.trouble("manifestlint: fixed \(findings) in \(path)\n")
    return outcome.source
  }

  /// Lints the documents that the app manifests in a file refer to, each with its own places.
  private func referencedDocuments(of parsed: ParseResult, _ kinds: [DocumentKind.Recognition]) -> [ReportedFile] {
    references(of: parsed, kinds).map { source, _, options in
      ReportedFile(source, linter.lint(source, options))
    }
  }

  /// The documents that the app manifests in a file refer to, each once, in order of path, and how to lint them.
  ///
  /// One that cannot be read is reported at the reference by a rule, and a broken manifest refers to nothing.
  private func references(
    of parsed: ParseResult, _ kinds: [DocumentKind.Recognition]
  ) -> [(source: SourceText, path: FilePath, options: Linter.Options)] {
    guard parsed.errors.isEmpty else { return [] }
    var found: [FilePath: (source: SourceText, path: FilePath, options: Linter.Options)] = [:]
    for (tree, kind) in zip(parsed.filledDocuments, kinds) where kind == .known(.appManifest) {
      let manifest = AppManifest(tree.root)
      for reference in manifest.documentReferences {
        guard let path = reference.path(options.variables), !path.isEmpty,
          case .success(let file) = files.file(path, namedBy: tree.source.path), found[file] == nil,
          let source = try? FileReader().source(at: file)
        else { continue }
        var options = options
        options.kind = reference.kind
        options.referrer = manifest
        found[file] = (source, file, options)
      }
    }
    return found.values.sorted { $0.path < $1.path }
  }
}
