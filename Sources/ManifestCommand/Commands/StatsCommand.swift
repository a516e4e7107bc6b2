import ArgumentParser
import ManifestConfiguration
import ManifestFiles
import ManifestLint
import ManifestRules

/// Shows how much of what Pipedrive allows an app uses.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Shows the budget of app manifests: actions, panels, lengths of names and texts.")

  /// What the statistics are written in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "Files and folders; '-' reads standard input.")
  var paths: [String]

  @Option(help: "What the statistics are written in.")
  var format = Format.text

  @OptionGroup
  var variables: VariableArguments

  func run() throws {
    let variables: Variables
    do throws(EnvironmentFileError) {
      variables = try self.variables.variables()
    } catch {
      throw ValidationError(error.message)
    }
    var entries: [BudgetTable.Entry] = []
    var hasTrouble = false
    for file in try files(&hasTrouble) {
      do throws(RenderError) {
        let documents = try DocumentLoader().documents(file)
        let secrets = documents.first.map {
          SecretRanges.find(in: ParseResult(documents: documents, errors: []), of: $0.source, variables)
        }
        for tree in documents {
          guard DocumentKind.recognise(tree.root) == .known(.appManifest) else { continue }
          var budget = Budget(AppManifest(tree.root), variables) { reference in
            if reference.node.kind == .mapping { return reference.node }
            // What cannot be read is a matter for `lint`.
            return reference.path(variables).flatMap { try? DocumentLoader().load($0, from: reference.node).root }
          }
          if let secrets { budget.replaceTexts(secrets.maskingText) }
          entries.append(BudgetTable.Entry(file: tree.source.path, document: tree.documentIndex, budget: budget))
        }
      } catch {
        hasTrouble = true
        for line in error.lines { Console.trouble("manifestlint: \(line)\n") }
      }
    }
    if entries.isEmpty, !hasTrouble {
      Console.trouble("manifestlint: no app manifest found\n")
      hasTrouble = true
    }
    switch format {
    case .text: Console.output(BudgetTable.text(entries))
    case .json: Console.output(BudgetTable.json(entries))
    }
    if hasTrouble { throw ExitCode.trouble }
  }

  /// The files that the paths lead to, in order.
  private func files(_ hasTrouble: inout Bool) throws -> [String] {
    let named = paths.filter { $0 != "-" }
    let standardInput = named.count < paths.count ? ["-"] : []
    if named.isEmpty { return standardInput }
    do throws(FileError) {
      let workingDirectory = try WorkingDirectory.ofProcess()
      let configurations = Configurations(.nearest, workingDirectory, CommandLineSettings())
      let discovery = FileDiscovery(workingDirectory: workingDirectory, configuration: configurations.forDiscovery)
      let found = discovery.files(at: named.map(FilePath.init(argument:)))
      for error in found.errors {
        hasTrouble = true
        Console.trouble("manifestlint: \(error.message)\n")
      }
      return standardInput + found.files.map(\.path.text)
    } catch {
      throw ValidationError(error.message)
    }
  }
}
