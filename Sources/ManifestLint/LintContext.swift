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

  // What many rules ask for, worked out once.

  /// The document as an app manifest; `nil` if it is something else.
  public let manifest: AppManifest?
  /// The data structures of JSON panels: the document itself, or those that stand inside an app manifest.
  public let panels: [JSONPanel]
  /// The schemas of JSON modals.
  public let modals: [JSONModal]
  /// The manifests of messaging and video calling extensions.
  public let extensionManifests: [ExtensionManifest]
  /// Every field that holds an address, in an app manifest and in the other documents.
  public let urlFields: [URLField]
  /// The keys that are missing and those that are not known, held against each other.
  public let keyProblems: KeyProblems

  init(
    root: Node, kind: DocumentKind.Recognition, manifest: AppManifest?, inlineDocuments: [DocumentReference],
    violations: [Violation], syntaxErrors: [SyntaxError], stage: Stage, variables: Variables,
    files: any ReferencedFiles, referrer: AppIdentity?
  ) {
    self.root = root
    self.kind = kind
    self.violations = violations
    self.syntaxErrors = syntaxErrors
    self.stage = stage
    self.variables = variables
    self.files = files
    self.referrer = referrer
    self.manifest = manifest
    var documents = inlineDocuments
    if manifest == nil, case .known(let kind) = kind { documents.append(DocumentReference(kind: kind, node: root)) }
    panels = documents.filter { $0.kind == .jsonPanel }.map { JSONPanel($0.node) }
    modals = documents.filter { $0.kind == .jsonModal }.map { JSONModal($0.node) }
    extensionManifests = ExtensionManifest.Kind.allCases.flatMap { kind in
      documents.filter { $0.kind == kind.documentKind }.map { ExtensionManifest($0.node, kind: kind) }
    }
    urlFields = Self.urlFields(manifest, modals, extensionManifests, variables)
    keyProblems = KeyProblems(violations)
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
    guard let parsed = parsed(reference) else { return nil }
    let documents = parsed.filledDocuments
    return parsed.errors.isEmpty && documents.count == 1 ? documents[0].root : nil
  }

  /// Whether the file that a reference names is an app manifest, which is no other manifest's document.
  public func isAppManifest(_ reference: DocumentReference) -> Bool {
    parsed(reference).map(DocumentKind.isAppManifest) ?? false
  }

  private func parsed(_ reference: DocumentReference) -> ParseResult? {
    guard let path = reference.path(variables), DocumentName.isOne(path.utf8),
      case .success(let bytes) = contents(of: reference.node, limit: Self.documentLimit)
    else { return nil }
    return Linter.parse(SourceText(path: path, bytes: bytes), nil)
  }

  /// The most bytes of a document that is looked at for the sake of the manifest.
  private static let documentLimit = 4 << 20
}
