public import JSONSchema
public import ManifestModel
public import ManifestSyntax

/// Everything that a rule may look at: one document and how it is to be judged.
public struct LintContext: Sendable {
  /// The whole document.
  public let root: Node
  /// What the document is.
  public let kind: DocumentKind.Recognition
  /// What its schema refuses and no rule reports better.
  public let violations: [Violation]
  /// Why the text is not well-formed; empty for a good one.
  public let syntaxErrors: [SyntaxError]
  /// How far the app is.
  public let stage: Stage
  /// The values of variables.
  public let variables: Variables
  /// The app manifest that refers to the document; `nil` where it is judged by itself.
  public let referrer: AppManifest?

  /// The document as an app manifest; `nil` if it is something else.
  public var manifest: AppManifest? {
    kind == .known(.appManifest) ? AppManifest(root) : nil
  }

  /// Whether the text of a range is YAML and not JSON.
  public var isYAML: Bool { root.tree.language == .yaml }
}
