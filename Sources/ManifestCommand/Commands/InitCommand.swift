import ArgumentParser
import ManifestFiles

/// Writes a manifest to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a commented starter manifest that passes; never overwrites.")

  @Argument(help: "Where to; a folder gets 'pipedrive.app.yaml'.")
  var path = "pipedrive.app.yaml"

  func run() throws {
    var target = FilePath(argument: path)
    if target.isFolder { target = target.appending("pipedrive.app.yaml") }
    do {
      try AtomicFileWriter.createNew(target, Array(StarterManifest.text.utf8))
    } catch {
      Console.trouble("manifestlint: \(error.message)\n")
      throw ExitCode.trouble
    }
    Console.output("wrote \(target); check it with 'manifestlint \(target)'\n")
    Console.output("what is checked is set in .manifestlint.yaml, see 'manifestlint schema config'\n")
  }
}
