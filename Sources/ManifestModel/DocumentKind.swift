public import ManifestSyntax
import ManifestText

/// What a document is.
public enum DocumentKind: String, CaseIterable, Hashable, Sendable {
  case appManifest = "app-manifest"
  case jsonPanel = "json-panel"
  case jsonModal = "json-modal"
  case messagingManifest = "messaging-manifest"
  case videoManifest = "video-manifest"
  /// The tool's own configuration, which is told by its name and never by its content.
  case configuration = "config"

  /// Its name in a sentence.
  public var label: String {
    switch self {
    case .appManifest: "app manifest"
    case .jsonPanel: "JSON panel data structure"
    case .jsonModal: "JSON modal schema"
    case .messagingManifest: "messaging manifest"
    case .videoManifest: "video calling manifest"
    case .configuration: "configuration"
    }
  }
}

extension DocumentKind {
  /// What a document's content says it is.
  public enum Recognition: Hashable, Sendable {
    /// One of the kinds that are known.
    case known(DocumentKind)
    /// The manifest of an invoicing extension, which Pipedrive no longer offers.
    case retiredInvoicingManifest
    /// Nothing that is known.
    case unknown
  }

  /// Tells the kind of a document by its keys.
  public static func recognise(_ root: Node) -> Recognition {
    guard root.kind == .mapping else { return .unknown }
    if root["manifest"] != nil || appManifestKeys.contains(where: { root[$0] != nil }) { return .known(.appManifest) }
    let endpoints = root["endpoints"].map { $0.entries.map(\.key.text) } ?? []
    if root["features"] != nil || endpoints.contains(where: { $0.holds("Invoice") }) {
      return .retiredInvoicingManifest
    }
    if isPanel(root) { return .known(.jsonPanel) }
    if let properties = root["properties"], properties["blocks"] != nil || properties["actions"] != nil {
      return .known(.jsonModal)
    }
    if endpoints.contains(where: ExtensionManifest.Kind.messaging.hasEndpoint) { return .known(.messagingManifest) }
    if endpoints.contains(where: ExtensionManifest.Kind.videoCalling.hasEndpoint) { return .known(.videoManifest) }
    return .unknown
  }

  /// Whether a text holds an app manifest, whatever names it: it is judged as one, and is no document of another.
  public static func isAppManifest(_ parsed: ParseResult) -> Bool {
    parsed.documents.contains { recognise($0.root) == .known(.appManifest) }
  }

  /// Whether a document that nobody named is plainly an app manifest.
  public static func isPlainlyAppManifest(_ root: Node) -> Bool {
    root.kind == .mapping
      && (root["manifest"] != nil || appManifestKeys.filter { root[$0] != nil }.count >= 2)
  }

  private static let appManifestKeys = ["app", "oauth", "extensions", "listing"]

  private static func isPanel(_ root: Node) -> Bool {
    if root["type"]?.hasContent("array") == true, root["items"] != nil { return true }
    guard root["type"]?.hasContent("object") == true, let properties = root["properties"] else { return false }
    return properties.entries.contains { property in
      JSONPanel.Field(key: property.key, node: property.value).type != nil
    }
  }
}

extension ExtensionManifest.Kind {
  fileprivate func hasEndpoint(_ name: String) -> Bool { endpoints.contains { $0.name == name } }
}
