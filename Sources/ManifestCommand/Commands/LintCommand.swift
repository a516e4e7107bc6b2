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

  @OptionGroup
  var report: ReportArguments

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

  @OptionGroup
  var variables: VariableArguments

  @Flag(help: "Do not mind if there is no manifest.")
  var allowEmpty = false

  @Flag(help: "Print the files that would be linted, and stop.")
  var listFiles = false

  func validate() throws {
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
}
