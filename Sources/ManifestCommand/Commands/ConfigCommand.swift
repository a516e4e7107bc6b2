import ArgumentParser
import ManifestConfiguration
import ManifestFiles
import ManifestLint
import ManifestReport
import ManifestRules

/// Shows what is in force for a path.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Shows what is in force for a file, and where each value comes from.",
    discussion: """
      The nearest .manifestlint.yaml, .manifestlint.yml or .manifestlint.json in the folder of the file or above it is \
      in force, alone. What is wrong with it is said on standard error.
      """)

  /// What is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "A file, which need not exist; a folder stands for the 'pipedrive.app.yaml' in it.")
  var path = "."

  @OptionGroup
  var settings: SettingArguments

  @Option(help: "What the answer is written in.")
  var format = Format.text

  @Flag(name: .shortAndLong, help: "List all rules, not only those that differ from the default.")
  var verbose = false

  func run() throws {
    let workingDirectory: WorkingDirectory
    do throws(FileError) {
      workingDirectory = try WorkingDirectory.ofProcess()
    } catch {
      throw ValidationError(error.message)
    }
    var file = FilePath(argument: path).normalized
    if file.isFolder { file = file.appending("pipedrive.app.yaml") }
    let configurations = settings.configurations(workingDirectory)
    let inForce = configurations.settings(for: workingDirectory.location(of: file))
    let troubles = configurations.errors.map { "manifestlint: \($0.message)\n" }
    Console.trouble([], troubles.joined() + mistakes(in: configurations.readings))
    let report = SettingReport(
      path: file, inForce, rules: BuiltInRules.metadata, secrets: configurations.readings.first?.result.secrets)
    switch format {
    case .text: Console.output(report.text(showsAll: verbose))
    case .json: Console.output(report.json)
    }
    if inForce.hasMistakes { throw ExitCode.trouble }
  }

  /// What is wrong with configurations, a line each.
  private func mistakes(in readings: [ConfigurationReading]) -> String {
    var reporter = ReportFormat.concise.reporter(ReportOptions(tool: ToolVersion.tool, rules: [:]))
    var lines: [UInt8] = []
    for reading in readings {
      reporter.report(CheckedFile(reading).reported, into: &lines)
    }
    return String(decoding: lines, as: UTF8.self)
  }
}
