import ArgumentParser
import ManifestFiles
import ManifestLint
import ManifestReport

/// Checks one thing after the other, on all processors, and reports in the order of the things.
struct ReportRun {
  /// What became of a thing.
  enum Outcome: Sendable {
    /// It was checked, with the documents that it refers to behind it; with an error if it could not be read or written.
    case checked([CheckedFile], FileError? = nil)
    /// It was no concern of this run.
    case passedOver

    /// A thing that could not be read, at a path.
    static func unreadable(_ path: FilePath, _ error: FileError) -> Outcome {
      let diagnostic = Diagnostic(rule: "unreadable-file", severity: .error, message: error.summary, at: .start)
      let file = ReportedFile(path: path.text, text: nil, diagnostics: [diagnostic])
      return .checked([CheckedFile(reported: file)], error)
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

  /// Checks and reports.
  ///
  /// - Parameter nothing: Called if there was nothing to check; says whether that is trouble.
  /// - Returns: The exit code: 2 for trouble, 1 for findings at or over the threshold, else 0.
  func run(
    _ count: Int, jobs: Int? = nil, check: @escaping @Sendable (Int) -> Outcome, ifNothing nothing: () -> Bool
  ) -> ExitCode {
    var report = ReportStreams(arguments, rules: rules, to: stream)
    var summary = Summary()
    var hasTrouble = report.hasTrouble
    var reported: Set<String> = []
    var progress = ProgressBar(total: count, noun: "files", .process)
    report.begin()
    WorkQueue(jobs: jobs ?? arguments.jobs).run(count, work: check) { index, outcome in
      switch outcome {
      case .passedOver: break
      case .checked(let files, let error):
        if let error {
          hasTrouble = true
          if files.allSatisfy({ $0.reported.text != nil }) { summary.troubles.append(error.message) }
          Console.trouble(progress.erase(), "manifestlint: \(error.message)\n")
        }
        // A document that several manifests refer to, or that is named as well, is reported once.
        for file in files where reported.insert(file.reported.path).inserted {
          summary.count(file.reported)
          report.report(file)
          // What was not checked to the end is no success, whatever the threshold.
          if file.reported.diagnostics.contains(where: \.isIncomplete) { hasTrouble = true }
        }
      }
      Console.trouble(progress.update(done: index + 1, now: ProgressBar.now), "")
    }
    Console.trouble(progress.erase(), "")
    if summary.files == 0 { hasTrouble = nothing() || hasTrouble }
    summary.exitCode = Int(code(hasTrouble, summary).rawValue)
    hasTrouble = report.finish(summary) || hasTrouble
    if arguments.verbose {
      let files = summary.files == 1 ? "1 file" : "\(summary.files) files"
      Console.trouble("manifestlint: \(files) in \((ProgressBar.now - start) / 1_000_000) ms\n")
    }
    return code(hasTrouble, summary)
  }

  private func code(_ hasTrouble: Bool, _ summary: Summary) -> ExitCode {
    hasTrouble ? .trouble : arguments.isFailure(summary) ? .findings : .success
  }
}

extension Diagnostic {
  /// Whether it says that a document was not checked to the end.
  fileprivate var isIncomplete: Bool { severity == .error && rule == "incomplete-validation" }
}
