import ArgumentParser
import ManifestFiles
import ManifestLint
import ManifestReport

/// Checks one thing after the other, on all processors, and reports in the order of the things.
struct ReportRun {
  /// What became of a thing.
  enum Outcome: Sendable {
    /// It was checked; with an error if it could not be read or written.
    case checked(CheckedFile, FileError? = nil)
    /// It was no concern of this run.
    case passedOver

    /// A thing that could not be read, at a path.
    static func unreadable(_ path: FilePath, _ error: FileError) -> Outcome {
      .checked(CheckedFile(unreadable: path, error), error)
    }
  }

  /// What is said of other files than those that are checked.
  struct Remarks {
    /// What was found in them, in order of path.
    var files: [CheckedFile] = []
    /// What kept the run from being what was asked for, a line each.
    var troubles: [String] = []
  }

  private let arguments: ReportArguments
  private let rules: RuleDescriptions
  private let stream: StandardStream
  private let start = ProgressBar.now

  /// A run that reports findings of these rules.
  init(_ arguments: ReportArguments, rules: RuleDescriptions, to stream: StandardStream = .output) {
    self.arguments = arguments
    self.rules = rules
    self.stream = stream
  }

  /// Checks and reports.
  ///
  /// - Parameters:
  ///   - check: Checks one thing, on any thread.
  ///   - remarks: What is to be said beside, in the order of paths with the rest.
  ///   - revise: Makes the remarks from what came of checking, where they depend on that; then the report waits for it.
  ///   - each: Called with what each file says about suppressions that stand elsewhere, in order.
  ///   - nothing: Called if there was nothing to check; says whether that is trouble.
  /// - Returns: The exit code: 2 for trouble, 1 for findings at or over the threshold, else 0.
  func run(
    _ count: Int, jobs: Int? = nil, check: @escaping @Sendable (Int) -> Outcome, remarks: Remarks = Remarks(),
    revise: (([Outcome]) -> Remarks)? = nil, each: (SuppressionFacts) -> Void = { _ in }, ifNothing nothing: () -> Bool
  ) -> ExitCode {
    var told = Told(ReportStreams(arguments, rules: rules, to: stream), beside: remarks.files)
    var troubles = remarks.troubles
    var hasTrouble = told.streams.hasTrouble
    var isEmpty = true
    var held: [Outcome] = []
    var fileTroubles: [String] = []
    var progress = ProgressBar(total: count, noun: "files", .process)
    WorkQueue(jobs: jobs ?? arguments.jobs).run(count, work: check) { index, outcome in
      if case .checked(let file, let error) = outcome {
        isEmpty = false
        if let error {
          hasTrouble = true
          if file.reported.text != nil { fileTroubles.append(error.message) }
          Console.trouble(progress.erase(), "manifestlint: \(error.message)\n")
        }
        if revise == nil {
          told.tell(file, each)
        } else {
          held.append(.checked(arguments.drawsForms ? file : file.forFindings))
        }
      }
      Console.trouble(progress.update(done: index + 1, now: ProgressBar.now), "")
    }
    Console.trouble(progress.erase(), "")
    if let remarks = revise?(held) {
      told.expect(remarks.files)
      troubles = remarks.troubles
      for case .checked(let file, _) in held { told.tell(file, each) }
    }
    told.tellOthers(before: nil)
    for line in troubles { Console.trouble("manifestlint: \(line)\n") }
    if isEmpty { hasTrouble = nothing() || hasTrouble }
    // What was not checked to the end is no success, whatever the threshold.
    hasTrouble = hasTrouble || told.hasTrouble || !troubles.isEmpty
    var summary = told.summary
    summary.troubles = fileTroubles + troubles
    summary.exitCode = Int(code(hasTrouble, summary).rawValue)
    hasTrouble = told.streams.finish(summary) || hasTrouble
    if arguments.verbose {
      let files = summary.files == 1 ? "1 file" : "\(summary.files) files"
      Console.trouble("manifestlint: \(files) in \((ProgressBar.now - start) / 1_000_000) ms\n")
    }
    return code(hasTrouble, summary)
  }

  private func code(_ hasTrouble: Bool, _ summary: Summary) -> ExitCode {
    hasTrouble ? .trouble : arguments.isFailure(summary) ? .findings : .success
  }

  /// A report that is being told, each file once, with what is said of others in its place between them.
  private struct Told {
    var streams: ReportStreams
    private var others: ArraySlice<CheckedFile> = []
    private(set) var summary = Summary()
    private(set) var hasTrouble = false
    /// What may come twice: once to be checked, and once as one of the others.
    private var otherPaths: Set<String> = []
    private var toldPaths: Set<String> = []
    /// Standard input under the name of a file comes next to that file.
    private var lastPath: String?

    init(_ streams: ReportStreams, beside others: [CheckedFile]) {
      self.streams = streams
      expect(others)
      self.streams.begin()
    }

    /// Takes what is to be said of other files, in order of path.
    mutating func expect(_ others: [CheckedFile]) {
      self.others = others[...]
      otherPaths = Set(others.map(\.reported.path))
    }

    /// Reports a file.
    mutating func tell(_ file: CheckedFile, _ each: (SuppressionFacts) -> Void) {
      tellOthers(before: FilePath(file.reported.path))
      report(file, each)
    }

    /// Reports what is left of the others, up to a path.
    mutating func tellOthers(before path: FilePath?) {
      while let other = others.first, path.map({ FilePath(other.reported.path) < $0 }) ?? true {
        report(other) { _ in }
        others.removeFirst()
      }
    }

    private mutating func report(_ file: CheckedFile, _ each: (SuppressionFacts) -> Void) {
      let path = file.reported.path
      if path == lastPath || otherPaths.contains(path) && !toldPaths.insert(path).inserted { return }
      lastPath = path
      if let facts = file.suppressions { each(facts) }
      summary.count(file.reported)
      streams.report(file)
      if file.reported.diagnostics.contains(where: file.reported.isTrouble) { hasTrouble = true }
    }
  }
}
