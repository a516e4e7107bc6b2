import ArgumentParser
import ManifestFiles

/// `lint --watch`: lints, and again whenever something changes that the outcome depends on, until a signal ends it.
struct WatchRun {
  private let command: LintCommand

  init(_ command: LintCommand) {
    self.command = command
  }

  /// Lints until a signal ends it, or nobody reads any more what it prints.
  ///
  /// - Throws: What keeps the first round from being begun.
  func run() throws -> Never {
    var watch = FolderWatch()
    let memory = OutcomeMemory()
    try LintRun(command).round(memory, &watch, begin: clear)
    while true {
      if !command.report.quiet { Console.trouble("manifestlint: watching for changes; Ctrl-C ends it\n") }
      var hasNews = false
      while !hasNews {
        watch.waitForChange(whileReading: .output)
        if StandardStream.output.isAbandoned { Console.exit(.success) }
        do {
          try LintRun(command).round(memory, &watch) {
            hasNews = true
            clear()
          }
        } catch {
          // A file of variables or a baseline may be half written.
          hasNews = true
          memory.forgetRound()
          let message = ManifestLintCommand.message(for: error)
          if !message.isEmpty { Console.trouble("manifestlint: \(message)\n") }
        }
      }
    }
  }

  /// Clears what is to be seen of the terminal; what was scrolled away stays.
  private func clear() {
    guard Terminal.isTerminal(.output), Environment.process["TERM"] != "dumb" else { return }
    Console.output("\u{1B}[H\u{1B}[2J")
  }
}
