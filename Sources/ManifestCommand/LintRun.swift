import ArgumentParser
import ManifestFiles
import ManifestLint
import ManifestReport

/// One run of `lint`: find the files, lint each on all processors, report in order of path.
struct LintRun {
  private let command: LintCommand
  private let linter: Linter
  private let options: Linter.Options

  init(_ command: LintCommand) {
    self.command = command
    linter = Linter(command.ruleSet, schemas: BundledSchemas.compiled())
    options = Linter.Options(kind: command.kind, stage: command.stage)
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

  /// What became of it.
  private enum Outcome: Sendable {
    case linted(ReportedFile)
    case unreadable(ReportedFile, FileError)
    /// A file that discovery guessed at, and that is no app manifest.
    case passedOver
  }

  /// Lints and reports.
  ///
  /// - Returns: The exit code: 2 for trouble, 1 for findings at or over the threshold, else 0.
  func run() throws -> ExitCode {
    let start = ProgressBar.now
    let subjects = try subjects()
    if command.listFiles { return list(subjects) }
    var report = ReportStream(command)
    var summary = Summary()
    var hasTrouble = false
    var progress = ProgressBar(total: subjects.count, noun: "files", .process)
    report.begin()
    WorkQueue(jobs: command.jobs).run(subjects.count) { index in
      outcome(of: subjects[index])
    } consume: { index, outcome in
      switch outcome {
      case .passedOver: break
      case .linted(let file):
        summary.count(file)
        report.report(file)
      case .unreadable(let file, let error):
        hasTrouble = true
        Console.trouble(progress.erase(), "manifestlint: \(error.message)\n")
        summary.count(file)
        report.report(file)
      }
      Console.trouble(progress.update(done: index + 1, now: ProgressBar.now), "")
    }
    Console.trouble(progress.erase(), "")
    if summary.files == 0 {
      Console.trouble("manifestlint: no app manifest found\(command.paths.isEmpty ? " here" : "")\n")
      hasTrouble = hasTrouble || !command.allowEmpty
    }
    hasTrouble = report.finish(summary) || hasTrouble
    if command.verbose {
      Console.trouble("manifestlint: \(summary.files) files in \((ProgressBar.now - start) / 1_000_000) ms\n")
    }
    return hasTrouble ? .trouble : isFailure(summary) ? .findings : .success
  }

  private func isFailure(_ summary: Summary) -> Bool {
    if let limit = command.maxWarnings, summary.warnings > limit { return true }
    return command.failOn.isReached(by: summary)
  }

  // MARK: Finding

  private func subjects() throws -> [Subject] {
    let named = command.paths.filter { $0 != "-" }
    var subjects: [Subject] = []
    if named.count < command.paths.count { subjects.append(.standardInput(name: command.stdinFilename ?? "<stdin>")) }
    if named.isEmpty && !command.paths.isEmpty { return subjects }
    let workingDirectory: WorkingDirectory
    do {
      workingDirectory = try WorkingDirectory.ofProcess()
    } catch {
      throw ValidationError(error.message)
    }
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
        lines += "\(file.path.text)\n"
      case .standardInput(let name): lines += "\(name)\n"
      case .unreadable(let error):
        hasTrouble = true
        Console.trouble("manifestlint: \(error.message)\n")
      }
    }
    Console.output(lines)
    if lines.isEmpty, !hasTrouble {
      Console.trouble("manifestlint: no app manifest found\(command.paths.isEmpty ? " here" : "")\n")
      hasTrouble = !command.allowEmpty
    }
    return hasTrouble ? .trouble : .success
  }

  // MARK: Linting

  private func outcome(of subject: Subject) -> Outcome {
    let source: SourceText
    do throws(FileError) {
      switch subject {
      case .file(let file): source = try FileReader().source(at: file.path)
      case .standardInput(let name):
        source = SourceText(path: name, bytes: try FileReader().readStandardInput())
      case .unreadable(let error): throw error
      }
    } catch {
      return .unreadable(Self.unreadable(subject.path, error), error)
    }
    let parsed = parse(source, subject)
    if case .file(let file) = subject, file.origin == .candidate,
      !parsed.documents.contains(where: { DocumentKind.isPlainlyAppManifest($0.root) })
    {
      return .passedOver
    }
    let result = linter.lint(source, parsed: parsed, options)
    return .linted(ReportedFile(path: source.path, text: result.text, diagnostics: result.diagnostics))
  }

  /// Reads a text; nameless standard input that looks like JSON is tried as JSON first.
  private func parse(_ source: SourceText, _ subject: Subject) -> ParseResult {
    guard case .standardInput = subject, command.stdinFilename == nil,
      let first = source.bytes.dropFirst(source.byteOrderMarkLength).first(where: { !" \t\r\n".utf8.contains($0) }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return Linter.parse(source, nil) }
    let json = JSONParser.parse(source)
    if json.errors.isEmpty { return json }
    let yaml = YAMLParser.parse(source)
    return yaml.errors.isEmpty ? yaml : json
  }

  private static func unreadable(_ path: FilePath, _ error: FileError) -> ReportedFile {
    let diagnostic = Diagnostic(
      rule: "unreadable-file", severity: .error, message: error.summary, at: .start)
    return ReportedFile(path: path.text, text: nil, diagnostics: [diagnostic])
  }
}
