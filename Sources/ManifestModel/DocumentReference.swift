public import ManifestSyntax

/// A place in an app manifest where another document belongs: inline, or by its path.
public struct DocumentReference: Sendable {
  /// What the document is.
  public let kind: DocumentKind
  /// The value: a text that is a path, or the document itself.
  public let node: Node

  /// Puts the two together.
  public init(kind: DocumentKind, node: Node) {
    self.kind = kind
    self.node = node
  }

  /// The path, relative to the manifest; `nil` where the document is inline or a variable hides its path.
  public func path(_ variables: Variables) -> String? {
    guard let text = node.string else { return nil }
    let parts = Template(text).resolved(variables)
    return parts.count == 1 ? parts[0] : nil
  }
}

extension AppManifest {
  /// The documents that stand inside the manifest itself.
  public var inlineDocuments: [DocumentReference] { documentReferences.filter { $0.node.kind == .mapping } }

  /// The documents that the manifest refers to or holds.
  public var documentReferences: [DocumentReference] {
    var references: [DocumentReference] = []
    func add(_ kind: DocumentKind, _ value: Node?) {
      if let value, value.kind == .string || value.kind == .mapping {
        references.append(DocumentReference(kind: kind, node: value))
      }
    }
    for item in extensions {
      switch item.kind {
      case .jsonModal: add(.jsonModal, item.node["schema"])
      case .jsonPanel:
        add(.jsonPanel, item.node["dataStructure"])
        for action in item.panelActions { add(.jsonModal, action.node["schema"]) }
      case .linkAction, .customModal, .customPanel, .floatingWindow: break
      }
    }
    add(.messagingManifest, node["extensions"]?["messaging"])
    add(.videoManifest, node["extensions"]?["videoCalling"])
    return references
  }
}
