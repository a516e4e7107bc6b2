import ArgumentParser
import ManifestFiles
import ManifestLint

/// Prints a document as JSON.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Prints a document as the JSON that Developer Hub takes.",
    discussion: """
      The order of keys is kept; aliases and merge keys are resolved, and the documents that an app manifest refers to \
      stand in the place of their paths. Secrets that stand in the manifest are drawn as •••.
      """)

  @Argument(help: "The document; '-' reads standard input.")
  var file: String

  func run() throws {
    do throws(RenderError) {
      Console.output(try DocumentRenderer(DocumentLoader()).render(file))
    } catch {
      for line in error.lines { Console.trouble("manifestlint: \(line)\n") }
      throw error.isInDocument ? ExitCode.findings : .trouble
    }
  }
}
