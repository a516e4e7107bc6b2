import ArgumentParser

/// Keeps a repository's commits free of errors in manifests.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Checks what is staged before git makes a commit of it.",
    discussion: """
      For repositories without the pre-commit framework; with it, use the hook 'manifestlint' of this project's \
      repository.
      """,
    subcommands: [Install.self, Run.self, Uninstall.self])

  /// Writes the hook.
  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the hook 'pre-commit' of this repository; never overwrites one.")

    func run() throws {
      try HookError.shown { () throws(HookError) in Console.output("\(try HookFile().install())\n") }
    }
  }

  /// Does what the hook does.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lints the manifests that the next commit changes, as they are staged.",
      discussion: """
        What is staged counts and nothing else: changes that are not, and files that git does not know, are not looked \
        at. Manifests that the commit does not touch do not block it. Any option of 'lint' may follow.
        """)

    @Argument(parsing: .captureForPassthrough, help: "Options of 'lint'.")
    var options: [String] = []

    func run() throws {
      let code = try StagedRun(options).run()
      if code != .success { throw code }
    }
  }

  /// Removes the hook.
  struct Uninstall: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Removes the hook that 'install' has written, and no other.")

    func run() throws {
      try HookError.shown { () throws(HookError) in Console.output("\(try HookFile().uninstall())\n") }
    }
  }
}
