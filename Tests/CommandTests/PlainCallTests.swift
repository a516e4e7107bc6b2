import ArgumentParser
import Testing

@testable import ManifestCommand

/// The short cut past the argument parser, held against the parser.
@Suite struct PlainCallTests {
  @Test(arguments: [
    [], ["lint"], ["a.yaml"], ["a.yaml", "b/c.json"], ["lint", "a.yaml"], ["-"], ["./lint"], ["--allow-empty"],
    ["--quiet", "a.yaml"], ["a.yaml", "--quiet"], ["--fix", "a.yaml"], ["--format", "json", "a.yaml"],
    ["a.yaml", "--format", "concise", "--quiet"], ["--format", "json", "--stdin-filename", "x.yaml", "-"],
    ["lint", "--format", "text", "--allow-empty"], ["a b", "ä.yaml"],
  ])
  func `makes the command that the argument parser makes`(arguments: [String]) throws {
    let plain = try #require(PlainCall.command(arguments), "the parser is not needed for this")
    let parsed = try #require(try ManifestLintCommand.parseAsRoot(arguments) as? LintCommand)
    #expect(described(plain) == described(parsed))
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["help"], ["help", "lint"], ["--version"], ["rules"], ["lsp"], ["lint", "lint"], ["a", "rules"],
    ["--format"], ["--format", "jsn"], ["--format=json"], ["--format", "json", "--format", "text"], ["--unknown"], ["-q"],
    ["--stdin-filename", "--quiet"], ["--stdin-filename"], ["--", "a.yaml"], [""], ["-", "-"], ["--fix", "-", "a.yaml"],
    ["--rule", "name-length=off"], ["--jobs", "2"], ["--generate-completion-script", "bash"],
  ])
  func `leaves what is not plain to the argument parser`(arguments: [String]) {
    #expect(PlainCall.command(arguments).map(described) == nil)
  }

  @Test func `knows all subcommands`() {
    let names = ManifestLintCommand.configuration.subcommands.map { $0._commandName }
    #expect(Set(ManifestLintCommand.subcommandNames) == Set(names + ["help"]))
  }

  private func described(_ command: LintCommand) -> String {
    var text = ""
    dump(command, to: &text)
    return text
  }
}
