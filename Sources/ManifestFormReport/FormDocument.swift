public import ManifestModel
public import ManifestSyntax

/// A document of a file, for the report to draw.
public struct FormDocument: Sendable {
  /// The outermost value.
  public var root: Node
  /// What the document is; `nil` where nobody knows.
  public var kind: DocumentKind?
  /// The values of variables.
  public var variables: Variables

  /// Puts the parts together.
  public init(root: Node, kind: DocumentKind?, variables: Variables = Variables()) {
    self.root = root
    self.kind = kind
    self.variables = variables
  }
}
