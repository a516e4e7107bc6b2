public import JSONSchema
public import ManifestModel
public import ManifestSyntax
import ManifestText

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
  /// The files that the document names.
  public let files: any ReferencedFiles
  /// The app whose manifest refers to the document; `nil` where it is judged by itself.
  public let referrer: AppIdentity?

  /// The document as an app manifest; `nil` if it is something else.
  public var manifest: AppManifest? {
    kind == .known(.appManifest) ? AppManifest(root) : nil
  }

  /// Whether the text of a range is YAML and not JSON.
  public var isYAML: Bool { root.tree.language == .yaml }

  /// The bytes of the file whose path a node holds; a path with a variable that has no value is unknown.
  public func contents(of path: Node, limit: Int) -> Result<[UInt8], ReferencedFileProblem> {
    guard let text = path.string, let resolved = Template(text).resolvedText(variables), !resolved.isEmpty else {
      return .failure(.unknown)
    }
    return files.contents(of: resolved, relativeTo: path.tree.source.path, limit: limit)
  }

  /// A document that the manifest holds or names; `nil` if it cannot be had, or is not well-formed.
  public func document(_ reference: DocumentReference) -> Node? {
    if reference.node.kind == .mapping { return reference.node }
    guard let path = reference.path(variables),
      case .success(let bytes) = contents(of: reference.node, limit: Self.documentLimit)
    else { return nil }
    let parsed = Linter.parse(SourceText(path: path, bytes: bytes), nil)
    let documents = parsed.filledDocuments
    return parsed.errors.isEmpty && documents.count == 1 ? documents[0].root : nil
  }

  /// The most bytes of a document that is looked at for the sake of the manifest.
  private static let documentLimit = 4 << 20
}
