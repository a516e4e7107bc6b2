import ArgumentParser
import ManifestFiles

// A synchronous start: an asynchronous one costs a small file several times the time it takes to lint it.
StandardStream.prepareAll()
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments == ["--version"] {
  Console.output(ToolVersion.current + "\n")
  Console.exit(.success)
}
do {
  if let command = PlainCall.command(arguments) {
    try command.run()
  } else {
    var command = try ManifestLintCommand.parseAsRoot(arguments)
    try command.run()
  }
} catch {
  let code = ManifestLintCommand.exitCode(for: error)
  let message = ManifestLintCommand.fullMessage(for: error)
  if code == .success {
    Console.output(message + "\n")
    Console.exit(.success)
  }
  if !message.isEmpty { Console.trouble(message + "\n") }
  // The parser's own code for wrong usage is 64; here it is 2, as in other linters.
  Console.exit(code == .findings ? .findings : .trouble)
}
Console.exit(.success)
