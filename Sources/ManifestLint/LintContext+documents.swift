public import ManifestModel
public import ManifestSyntax

extension LintContext {
  /// A document that a rule about its kind looks at.
  public struct LintedDocument: Sendable {
    /// Its outermost object.
    public let root: Node
    /// Where it stands in an app manifest; `nil` if it is a file of its own.
    public let reference: DocumentReference?
  }

  /// The documents of a kind: the document itself, or those that stand inside it if it is an app manifest.
  public func documents(of kind: DocumentKind) -> [LintedDocument] {
    switch self.kind {
    case .known(kind): [LintedDocument(root: root, reference: nil)]
    case .known(.appManifest):
      AppManifest(root).inlineDocuments.compactMap { reference in
        reference.kind == kind ? LintedDocument(root: reference.node, reference: reference) : nil
      }
    case .known, .retiredInvoicingManifest, .unknown: []
    }
  }

  /// The data structures of JSON panels.
  public var panels: [JSONPanel] { documents(of: .jsonPanel).map { JSONPanel($0.root) } }

  /// The schemas of JSON modals.
  public var modals: [JSONModal] { documents(of: .jsonModal).map { JSONModal($0.root) } }

  /// The manifests of messaging and video calling extensions.
  public var extensionManifests: [ExtensionManifest] {
    ExtensionManifest.Kind.allCases.flatMap { kind in
      documents(of: kind.documentKind).map { ExtensionManifest($0.root, kind: kind) }
    }
  }

  /// What is known of the app that the document belongs to.
  public var app: AppIdentity? { manifest.map { AppIdentity($0, variables) } ?? referrer }

  /// The outermost objects of what is written in one of the formats that are Pipedrive's own, and not in that of an
  /// app manifest.
  public var pipedriveDocuments: Set<Node> {
    kind == .known(.appManifest) ? Set(AppManifest(root).inlineDocuments.map(\.node)) : [root]
  }

  /// Every field that holds an address, in an app manifest and in the other documents.
  public var urlFields: [URLField] {
    var fields = manifest?.urlFields ?? []
    for modal in modals {
      for action in modal.actions {
        if let url = action.options?["url"], url.kind == .string { fields.append(URLField(role: .button, node: url)) }
      }
    }
    for manifest in extensionManifests {
      for endpoint in manifest.endpoints where endpoint.node.kind == .string {
        fields.append(URLField(role: .extensionEndpoint, node: endpoint.node))
      }
    }
    return fields
  }
}
