import ManifestLint
import ManifestReport

/// The version of the program.
enum ToolVersion {
  /// As `--version` prints it and reports carry it.
  static let current = "0.1.0"

  /// The program as reports name it.
  static var tool: Tool {
    Tool(name: "manifestlint", version: current, rulesCheckedOn: RuleMetadata.checkedOn)
  }
}
