import ArgumentParser

/// The command itself; with a path it lints.
struct ManifestLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifestlint",
    abstract: "Lints and validates Pipedrive app manifests in YAML and JSON.",
    usage: """
      manifestlint [lint] [<path> ...] [--fix] [--format <format>] [<option> ...]
      manifestlint <subcommand> [<option> ...]
      """,
    discussion: """
      Without a subcommand, manifests are linted: those that are named, or all below the working directory. \
      'manifestlint help lint' lists the options of that.

      Exit codes: 0 nothing at or over the threshold, 1 findings at or over it, 2 wrong usage, a path that cannot be \
      read, no manifest found, or an internal error.
      """,
    version: ToolVersion.current,
    subcommands: [
      LintCommand.self, ValidateCommand.self, RulesCommand.self, ExplainCommand.self, SchemaCommand.self,
      InitCommand.self, RenderCommand.self, StatsCommand.self, HookCommand.self, LspCommand.self,
    ],
    defaultSubcommand: LintCommand.self)

  /// What the first argument may be besides a path.
  static let subcommandNames = [
    "lint", "validate", "rules", "explain", "schema", "init", "render", "stats", "config", "hook",
    "lsp", "help",
  ]
}
