import ArgumentParser
import ManifestFiles
import ManifestLint
import ManifestReport

/// The options of every command that reports: how it is shown, and what makes it fail.
struct ReportArguments: ParsableArguments {
  @Option(help: "What the report is written in (default: text; in GitHub Actions, github).")
  var format: ReportKind?

  @Option(
    help: ArgumentHelp(
      "Write a report to a file as well, whole or not at all; may be repeated.", valueName: "format=file"),
    transform: ReportRequest.request)
  var report: [ReportRequest] = []

  @Option(help: "The least severity that makes the exit code 1.")
  var failOn = Threshold.error

  @Option(help: "The number of warnings above which the exit code is 1.")
  var maxWarnings: Int?

  @Flag(name: .shortAndLong, help: "Print findings and nothing else.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Explain findings at length, and print times on standard error.")
  var verbose = false

  @Option(help: "The least severity that is shown (default: warning for people, info for machines).")
  var level: Severity?

  @Flag(help: "End with a table of how often each rule spoke.")
  var statistics = false

  @Option(help: "The number of findings that are printed at most, by text and concise; the counts stay true.")
  var maxDiagnostics: Int?

  @Option(help: "Whether to write colours.")
  var color = TerminalChoice.auto

  @Option(help: "Whether to make rule ids links.")
  var hyperlinks = TerminalChoice.auto

  @Option(help: "The number of files that are checked at the same time (default: one a processor).")
  var jobs: Int?

  func validate() throws {
    if let maxWarnings, maxWarnings < 0 { throw ValidationError("--max-warnings takes a number from 0") }
    if let maxDiagnostics, maxDiagnostics < 0 { throw ValidationError("--max-diagnostics takes a number from 0") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    var files: Set<FilePath> = []
    for request in report where !files.insert(request.shownPath.normalized).inserted {
      throw ValidationError("two reports cannot be written to '\(request.file)'")
    }
  }
}

extension ReportArguments {
  /// Whether every alternative of a schema is told of; a line for each finding has no room for them.
  var showsAlternatives: Bool { verbose && formatInForce != .findings(.concise) }

  /// Whether one of the reports draws the documents of files, and not findings alone.
  var drawsForms: Bool { ([formatInForce] + report.map(\.format)).contains(.form) }

  /// The format of the report on standard output.
  var formatInForce: ReportKind {
    format ?? .findings(Environment.process["GITHUB_ACTIONS"] == "true" ? .github : .text)
  }

  /// What the reporter is told, of these rules among others; what stands in a file is written for no terminal.
  func options(_ rules: RuleDescriptions, isForFile: Bool = false) -> ReportOptions {
    let isTerminal = !isForFile && Terminal.isTerminal(.output)
    return ReportOptions(
      tool: ToolVersion.tool,
      rules: rules,
      isColored: color.usesColor(.process, isTerminal: isTerminal),
      hasHyperlinks: hyperlinks.usesHyperlinks(.process, isTerminal: isTerminal),
      level: level, maximumDiagnostics: maxDiagnostics, showsStatistics: statistics, isVerbose: verbose,
      terminalWidth: isTerminal ? Terminal.width(of: .output, .process) : nil,
      paths: Self.paths, failingSeverity: failingSeverity)
  }

  /// What the files are called by readers that know a repository.
  ///
  /// Paths begin in its root, or in the folder that a build server has put the files in without it. GitLab's folder is a
  /// root always, also for what lies in a repository inside of it.
  private static var paths: ReportPaths {
    guard let workingDirectory = try? WorkingDirectory.ofProcess() else { return ReportPaths() }
    func checkout(_ variable: String) -> FilePath? {
      let folder = Environment.process[variable].map { FilePath($0).normalized }
      return folder.flatMap { workingDirectory.location.isInside($0) ? $0 : nil }
    }
    let root =
      checkout("CI_PROJECT_DIR") ?? workingDirectory.repository ?? checkout("GITHUB_WORKSPACE")
      ?? workingDirectory.location
    return ReportPaths(root: root.text, workingDirectory: workingDirectory.location.text)
  }

  /// The least severity of findings that make the exit code 1 by themselves.
  private var failingSeverity: Severity? {
    let isOver = maxWarnings == 0 && (failOn == .error || failOn == .never)
    return isOver ? .warning : failOn.severity
  }

  /// Whether a run with these counts fails.
  func isFailure(_ summary: Summary) -> Bool {
    if let maxWarnings, summary.warnings > maxWarnings { return true }
    return failOn.isReached(by: summary)
  }
}
