import ManifestLint

/// What linting says of a document as it stands.
struct Analysis {
  /// The text with its trees.
  let document: ParsedDocument
  /// What the document is to this server.
  let role: DocumentRole
  /// Whether nothing is said of it.
  let isSilent: Bool
  /// Whether all fixes may be applied at once: nobody knows for sure where the configuration is wrong.
  let mayFixAll: Bool
  /// What it was linted with.
  let linter: Linter
  let options: Linter.Options
  /// What was found.
  let result: LintResult
  /// The documents that it depends on, each as it was.
  let dependencies: [DocumentAddress: Int]

  /// The text without the entries that nobody needs, where it is a configuration that has some.
  var remainder: RevisedText?

  /// The safe fixes that would bring an error, and are not applied unseen; `nil` until somebody has asked.
  var harmfulFixes: Set<FixIt>?

  /// What was found and is shown.
  var diagnostics: [Diagnostic] { isSilent ? [] : result.diagnostics }

  /// What the document of the stream that a place is in is.
  func kind(of tree: SyntaxTree) -> DocumentKind? {
    if role == .none { return nil }
    if role == .configuration { return .configuration }
    if let kind = options.kind { return kind }
    if case .known(let kind) = DocumentKind.recognise(tree.root) { return kind }
    return role == .manifest ? .appManifest : nil
  }
}
