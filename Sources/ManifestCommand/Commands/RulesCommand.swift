import ArgumentParser
import ManifestLint
import ManifestRules

/// Lists the rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Lists the rules.",
    discussion: "'manifestlint explain RULE' says more about one of them.")

  /// What the list is written in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @Option(help: "What the list is written in.")
  var format = Format.text

  func run() throws {
    let rules = BuiltInRules.metadata
    switch format {
    case .text: Console.output(RuleTable.text(rules))
    case .json: Console.output(RuleTable.json(rules))
    case .markdown: Console.output(RuleTable.markdown(rules))
    }
  }
}
