import ManifestConfiguration
import ManifestFiles
import ManifestLint

/// What one file of a run says about suppressions that stand elsewhere: in a baseline, in the configuration.
struct SuppressionFacts: Sendable {
  /// The absolute path of the file.
  var location: FilePath
  /// How often what a baseline can know was found.
  var baselineCounts: [BaselineKey: Int]
  /// The absolute path of the configuration that is in force for it; `nil` without one.
  var configuration: FilePath?
  /// What became of the entries of the configuration.
  var ignoreEntryUses: [IgnoreEntryUse]
  /// Whether the text could not be read whole.
  var isBroken: Bool
  /// The rules that it was checked by.
  var rules: RuleSet

  init(_ result: LintResult, at location: FilePath, by settings: RuleSettings) {
    self.location = location
    baselineCounts = result.baselineCounts
    configuration = settings.configuration?.location
    ignoreEntryUses = result.ignoreEntryUses
    isBroken = result.isBroken
    rules = settings.ruleSet
  }
}
