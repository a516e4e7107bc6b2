public import ManifestModel
public import ManifestSyntax
public import ManifestText

/// What linting a file yields.
public struct LintResult: Sendable {
  /// The text, with what is secret in it hidden.
  public var text: RedactedText
  /// What was found, in order of place.
  public var diagnostics: [Diagnostic]
  /// The node that each of them is about, `nil` for what is no node, such as a comment; empty where a schema alone
  /// is asked.
  public var nodes: [Node?] = []
  /// What was found and is not shown, in order of place.
  public var suppressed: [SuppressedDiagnostic] = []
  /// Where the secrets of the text stand, for whoever adds to what was found.
  public var secrets: SecretRanges
  /// What became of the entries of the configuration that are for the file.
  public var ignoreEntryUses: [IgnoreEntryUse] = []
  /// How often what a baseline can know was found: what no comment and no entry silences.
  public var baselineCounts: [BaselineKey: Int] = [:]
  /// Whether the text could not be read whole, so that most rules have not spoken.
  public var isBroken = false
  /// What the documents of the file are, in order.
  public var kinds: [DocumentKind.Recognition]
}
