import ArgumentParser
import ManifestFiles
import ManifestLint
import ManifestReport
import ManifestRules

/// Lints manifests.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Lints manifests; the default command.",
    discussion: """
      Without a path, the working directory is searched for app manifests: pipedrive.app.{yaml,yml,json}, \
      *.pipedrive.{yaml,yml,json}, and files in a folder called 'pipedrive' that are plainly app manifests. What git \
      ignores is passed over. A file that is named is always linted.
      """)

  @Argument(help: "Files and folders; '-' reads standard input.")
  var paths: [String] = []

  @Option(help: "What the report is written in.")
  var format = ReportFormat.text

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

  @Option(help: "The number of findings that are printed at most.")
  var maxDiagnostics: Int?

  @Option(help: "Judge as if the app were in that stage.")
  var stage: Stage?

  @Option(
    help: """
      The rules to check: 'minimal' for those of Pipedrive itself whose highest severity is error, 'recommended' for \
      all but a few, 'strict' for all.
      """)
  var profile = Profile.recommended

  @Option(help: "What the documents are, where their content does not say.")
  var kind: DocumentKind?

  @Option(help: "The name that standard input goes by.")
  var stdinFilename: String?

  @Option(help: ArgumentHelp("Give a rule another severity, or switch it off.", valueName: "id=error|warning|info|off"))
  var rule: [RuleLevel] = []

  @Option(help: ArgumentHelp("Check this rule only; may be repeated.", valueName: "id"))
  var only: [RuleID] = []

  @Option(help: "Whether to write colours.")
  var color = TerminalChoice.auto

  @Option(help: "Whether to make rule ids links.")
  var hyperlinks = TerminalChoice.auto

  @Option(help: "The number of files linted at the same time (default: one a processor).")
  var jobs: Int?

  @Flag(help: "Do not mind if there is no manifest.")
  var allowEmpty = false

  @Flag(help: "Print the files that would be linted, and stop.")
  var listFiles = false

  func validate() throws {
    if let maxWarnings, maxWarnings < 0 { throw ValidationError("--max-warnings takes a number from 0") }
    if let maxDiagnostics, maxDiagnostics < 0 { throw ValidationError("--max-diagnostics takes a number from 0") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    if paths.filter({ $0 == "-" }).count > 1 { throw ValidationError("standard input can be read only once") }
    if paths.contains("") { throw ValidationError("a path is empty") }
  }

  func run() throws {
    let code = try LintRun(self).run()
    if code != .success { throw code }
  }
}

extension LintCommand {
  /// The rules with the levels that the command line gives them.
  var ruleSet: RuleSet {
    var levels: [String: RuleSet.Level] = [:]
    if !only.isEmpty {
      for metadata in BuiltInRules.metadata {
        levels[metadata.id] = only.contains { $0.id == metadata.id } ? .on : .off
      }
    }
    for configured in rule { levels[configured.id] = configured.level }
    return RuleSet(BuiltInRules.all, profile: profile, levels: levels)
  }

  /// What the reporter is told.
  var reportOptions: ReportOptions {
    let isTerminal = Terminal.isTerminal(.output)
    return ReportOptions(
      tool: ToolVersion.tool,
      rules: Dictionary(
        uniqueKeysWithValues: BuiltInRules.metadata.map { ($0.id, RuleDescription($0)) }),
      isColored: color.usesColor(.process, isTerminal: isTerminal),
      hasHyperlinks: hyperlinks.usesHyperlinks(.process, isTerminal: isTerminal),
      level: level, maximumDiagnostics: maxDiagnostics, showsStatistics: statistics, isVerbose: verbose,
      terminalWidth: isTerminal ? Terminal.width(of: .output, .process) : nil)
  }
}
