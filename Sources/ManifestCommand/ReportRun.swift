import ArgumentParser
import ManifestFiles
import ManifestLint
import ManifestReport

/// Checks one thing after the other, on all processors, and reports in the order of the things.
struct ReportRun {
  /// What became of a thing.
  enum Outcome: Sendable {
    /// It was checked, with the documents that it refers to behind it; with an error if it could not be read or written.
    case checked([ReportedFile], FileError? = nil, EntryUses? = nil)
    /// It was no concern of this run.
    case passedOver

    /// A thing that could not be read, at a path.
    static func unreadable(_ path: FilePath, _ error: FileError) -> Outcome {
      let diagnostic = Diagnostic(rule: "unreadable-file", severity: .error, message: error.summary, at: .start)
      return .checked([ReportedFile(path: path.text, text: nil, diagnostics: [diagnostic])], error)
    }
  }

  private let arguments: ReportArguments
  private let rules: [RuleDescription]
  private let stream: StandardStream
  private let start = ProgressBar.now

  /// A run that reports findings of these rules.
  init(_ arguments: ReportArguments, rules: [RuleDescription], to stream: StandardStream = .output) {
    self.arguments = arguments
    self.rules = rules
    self.stream = stream
  }

  /// What became of the entries of a configuration that are for the file.
  struct EntryUses: Sendable {
    /// The location of the configuration.
    var configuration: FilePath
    var uses: [IgnoreEntryUse]
  }

  /// What can be said only when everything is checked.
  struct Conclusion {
    /// What was found in other files, in order of path.
    var files: [ReportedFile] = []
    /// What kept the run from being what was asked for, a line each.
    var troubles: [String] = []
  }

  /// Checks and reports.
  ///
  /// - Parameters:
  ///   - check: Checks one thing, on any thread.
  ///   - conclude: Called when everything is checked, with what came of it, in order; where there is one, the report
  ///     waits for it, since what it says may stand before the rest.
  ///   - nothing: Called if there was nothing to check; says whether that is trouble.
  /// - Returns: The exit code: 2 for trouble, 1 for findings at or over the threshold, else 0.
  func run(
    _ count: Int, jobs: Int? = nil, check: @escaping @Sendable (Int) -> Outcome,
    conclude: (([Outcome]) -> Conclusion)? = nil, ifNothing nothing: () -> Bool
  ) -> ExitCode {
    var report = ReportStream(arguments, rules: rules, to: stream)
    var summary = Summary()
    var hasTrouble = false
    var reported: Set<String> = []
    var progress = ProgressBar(total: count, noun: "files", .process)
    report.begin()
    // A document that several manifests refer to, or that is named as well, is reported once.
    func tell(_ file: ReportedFile) {
      guard reported.insert(file.path).inserted else { return }
      summary.count(file)
      report.report(file)
    }
    var outcomes: [Outcome] = []
    var isEmpty = true
    WorkQueue(jobs: jobs ?? arguments.jobs).run(count, work: check) { index, outcome in
      if case .checked(let files, let error, _) = outcome {
        isEmpty = false
        if let error {
          hasTrouble = true
          Console.trouble(progress.erase(), "manifestlint: \(error.message)\n")
        }
        if conclude == nil { files.forEach(tell) } else { outcomes.append(outcome) }
      }
      Console.trouble(progress.update(done: index + 1, now: ProgressBar.now), "")
    }
    Console.trouble(progress.erase(), "")
    if let conclusion = conclude?(outcomes) {
      for line in conclusion.troubles { Console.trouble("manifestlint: \(line)\n") }
      hasTrouble = hasTrouble || !conclusion.troubles.isEmpty
      var others = conclusion.files[...]
      for case .checked(let files, _, _) in outcomes {
        while let first = files.first, let other = others.first, FilePath(other.path) < FilePath(first.path) {
          tell(other)
          others.removeFirst()
        }
        files.forEach(tell)
      }
      others.forEach(tell)
    }
    if isEmpty { hasTrouble = nothing() || hasTrouble }
    hasTrouble = report.finish(summary) || hasTrouble
    if arguments.verbose {
      let files = summary.files == 1 ? "1 file" : "\(summary.files) files"
      Console.trouble("manifestlint: \(files) in \((ProgressBar.now - start) / 1_000_000) ms\n")
    }
    return hasTrouble ? .trouble : arguments.isFailure(summary) ? .findings : .success
  }
}

extension ReportedFile {
  /// A text as linting found it.
  init(_ source: SourceText, _ result: LintResult) {
    self.init(path: source.path, text: result.text, diagnostics: result.diagnostics, suppressed: result.suppressed)
  }
}
