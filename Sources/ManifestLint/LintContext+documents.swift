import ManifestModel
import ManifestSyntax

extension LintContext {
  /// What is known of the app that the document belongs to.
  public var app: AppIdentity? { manifest.map { AppIdentity($0, variables) } ?? referrer }

  /// The outermost objects of what is written in one of the formats that are Pipedrive's own, and not in that of an
  /// app manifest.
  public var pipedriveDocuments: Set<Node> {
    manifest.map { Set($0.inlineDocuments.map(\.node)) } ?? [root]
  }

  static func urlFields(
    _ manifest: AppManifest?, _ modals: [JSONModal], _ extensionManifests: [ExtensionManifest],
    _ variables: Variables
  ) -> [URLField] {
    var fields = manifest?.urlFields(variables) ?? []
    for modal in modals {
      for action in modal.actions {
        if let url = action.options?["url"], url.kind == .string {
          fields.append(URLField(role: .button, node: url, variables))
        }
      }
    }
    for manifest in extensionManifests {
      for endpoint in manifest.endpoints where endpoint.node.kind == .string {
        fields.append(URLField(role: .extensionEndpoint, node: endpoint.node, variables))
      }
    }
    return fields
  }
}
