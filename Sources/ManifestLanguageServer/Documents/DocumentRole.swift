import ManifestLint

/// What a document is to this server, which an editor may show every YAML and JSON file there is.
///
/// On the command line somebody names the files that are meant. In an editor nobody does, so a word is said only of a
/// document that is certainly one of Pipedrive's.
enum DocumentRole: Hashable {
  /// An app manifest by its name.
  case manifest
  /// A document that an app manifest refers to.
  case referenced(ReferenceIndex.Reference)
  /// A document that the configuration lists.
  case included(DocumentKind)
  /// A configuration.
  case configuration
  /// A document that can be nothing else, going by its content.
  case recognised
  /// No concern of this server.
  case none

  /// Whether content can be nothing but a document of one of the known kinds.
  static func isUnmistakable(_ root: Node) -> Bool {
    switch DocumentKind.recognise(root) {
    case .known(.appManifest): return isUnmistakableManifest(root)
    case .known(.messagingManifest), .known(.videoManifest): return true
    // A JSON Schema may have properties called 'actions', and definitions called 'text'.
    case .known(.jsonModal): return !isJSONSchema(root) && JSONModal(root).components.contains { $0.kind != nil }
    case .known(.jsonPanel): return !isJSONSchema(root) && JSONPanel(root).fields.contains { $0.type != nil }
    case .known(.configuration), .retiredInvoicingManifest, .unknown: return false
    }
  }

  /// Whether content can be nothing but an app manifest.
  static func isUnmistakableManifest(_ root: Node) -> Bool {
    guard root.kind == .mapping else { return false }
    let hasVersion = root["manifest"].map { $0.kind == .integer } ?? false
    return hasVersion && ["app", "oauth", "extensions", "listing"].contains { root[$0]?.kind == .mapping }
  }

  private static func isJSONSchema(_ root: Node) -> Bool {
    ["$schema", "$id", "definitions", "$defs"].contains { root[$0] != nil }
  }
}
