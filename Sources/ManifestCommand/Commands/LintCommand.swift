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
      ignores and what the configuration excludes is passed over. A file that is named is linted nonetheless.

      The nearest .manifestlint.yaml, .manifestlint.yml or .manifestlint.json in the folder of a file or above it is in \
      force, alone; 'manifestlint config FILE' shows what that means.
      """)

  @Argument(help: "Files and folders; '-' reads standard input.")
  var paths: [String] = []

  @Flag(help: "Apply the fixes that are safe; the report is about what is left.")
  var fix = false

  @Flag(help: "Apply the fixes that need a look too; implies --fix.")
  var unsafeFixes = false

  @Flag(help: "Print what --fix would change as a patch, and write nothing; exit 1 if there is anything to change.")
  var diff = false

  @OptionGroup
  var report: ReportArguments

  @OptionGroup
  var settings: SettingArguments

  @Option(help: "The name that standard input goes by.")
  var stdinFilename: String?

  @OptionGroup
  var variables: VariableArguments

  @Flag(help: "Pass over files that are named and that the configuration excludes.")
  var forceExclude = false

  @Flag(help: "Do not mind if there is no manifest.")
  var allowEmpty = false

  @Flag(help: "Print the files that would be linted, and stop.")
  var listFiles = false

  func validate() throws {
    if paths.filter({ $0 == "-" }).count > 1 { throw ValidationError("standard input can be read only once") }
    if paths.contains("-"), appliesFixes, !diff, paths.count > 1 {
      throw ValidationError("--fix takes standard input alone, since the fixed text goes to standard output")
    }
    if paths.contains("") { throw ValidationError("a path is empty") }
  }

  func run() throws {
    let code = try LintRun(self).run()
    if code != .success { throw code }
  }
}

extension LintCommand {
  /// Whether fixes are applied, if only to show what they would do.
  var appliesFixes: Bool { fix || unsafeFixes || diff }
}
