import ArgumentParser
import ManifestFiles
import ManifestLanguageServer
import ManifestLint
import ManifestRules

/// Speaks with an editor.
struct LspCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serves an editor: diagnostics, fixes, completion, hovers.",
    discussion: """
      Speaks the Language Server Protocol 3.17 over standard input and output. Editors start it; README says how each is \
      told to.
      """)

  @OptionGroup
  var variables: VariableArguments

  // Editors add these to whatever they are told to start; both say what is so anyway.
  @Flag(help: .hidden)
  var stdio = false

  @Option(name: .customLong("clientProcessId"), help: .hidden)
  var clientProcessID: Int?

  func run() throws {
    let host: DiskHost
    do {
      host = DiskHost(workingDirectory: try .ofProcess(), variables: try variables.variables())
    } catch let error as EnvironmentFileError {
      throw ValidationError(error.message)
    } catch let error as FileError {
      throw ValidationError(error.message)
    }
    let schemas = DocumentKind.allCases.compactMap { kind in
      BundledSchemas.explainingSchema(of: kind).map { (kind, $0) }
    }
    var server = LanguageServer(
      host, rules: BuiltInRules.all, schemas: Dictionary(uniqueKeysWithValues: schemas), version: ToolVersion.current)
    serve(&server)
    if server.exitCode != 0 { throw ExitCode.findings }
  }

  /// How often is looked whether the editor is still there, in milliseconds.
  private static let patience: Int32 = 3_000

  /// Reads, works and writes until the server ends or nobody is there any more.
  private func serve(_ server: inout LanguageServer) {
    let input = InputStream()
    let output = OutputStream(.output)
    // A number from inside of a container means nothing here, or somebody else; then the end of input must do.
    var client = clientProcessID.flatMap { OtherProcess(number: $0) }
    // Asked once: later somebody else may have the number.
    var knowsClient = client != nil
    while server.exitCode == nil {
      // What has come meanwhile may take back what waits.
      if !server.hasWork || input.hasBytes {
        // Another process may hold the editor's end of the pipe.
        while let editor = client, !input.hasBytes(withinMilliseconds: Self.patience) {
          if !editor.isAlive { return }
        }
        let bytes = (try? input.next()) ?? []
        if bytes.isEmpty, !server.hasWork { return }
        server.receive(bytes)
      }
      guard let answer = server.work(), !answer.isEmpty else { continue }
      if !knowsClient, let number = server.clientProcess {
        client = OtherProcess(number: number)
        knowsClient = true
      }
      do {
        try output.write(answer)
        try output.flush()
      } catch {
        // Nobody listens any more.
        return
      }
    }
  }
}
