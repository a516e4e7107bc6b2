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

  @Flag(
    help: """
      Write comments that suppress what is found now, and 'ignore' entries for JSON; --add-suppressions=REASON says why.
      """)
  var addSuppressions = false

  @Option(help: .private)
  var suppressionReason: String?

  @Option(help: "Do not show the findings that this file knows; what it knows and is gone is named.")
  var baseline: String?

  @Option(help: ArgumentHelp("Write what is found to this file, for --baseline.", valueName: "file"))
  var writeBaseline: String?

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

  @Flag(help: "Stay, and lint again whenever a file is saved that matters; Ctrl-C ends it.")
  var watch = false

  func validate() throws {
    if paths.filter({ $0 == "-" }).count > 1 { throw ValidationError("standard input can be read only once") }
    if paths.contains("-"), appliesFixes, !diff, paths.count > 1 {
      throw ValidationError("--fix takes standard input alone, since the fixed text goes to standard output")
    }
    if paths.contains("") { throw ValidationError("a path is empty") }
    if addSuppressions {
      if paths.contains("-") { throw ValidationError("--add-suppressions takes files, not standard input") }
      if appliesFixes { throw ValidationError("--add-suppressions does not go with --fix; run one after the other") }
      if baseline != nil || writeBaseline != nil {
        throw ValidationError("--add-suppressions does not go with a baseline, which suppresses the same findings")
      }
      if suppressionReason?.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) == true {
        throw ValidationError("the reason of --add-suppressions is one line of text")
      }
    }
    if watch {
      if paths.contains("-") { throw ValidationError("--watch takes files, not standard input") }
      if appliesFixes || addSuppressions || writeBaseline != nil {
        throw ValidationError("--watch changes nothing: files are changed by a run without it")
      }
      if listFiles { throw ValidationError("--watch does not go with --list-files") }
    }
    if writeBaseline != nil, diff { throw ValidationError("--diff writes nothing, and --write-baseline does") }
  }

  func run() throws {
    if watch { try WatchRun(self).run() }
    let code = try LintRun(self).run()
    if code != .success { throw code }
  }
}

extension LintCommand {
  /// Whether fixes are applied, if only to show what they would do.
  var appliesFixes: Bool { fix || unsafeFixes || diff }
}
