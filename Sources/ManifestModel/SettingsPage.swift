public import ManifestSyntax

/// The page where users set the app up.
public struct SettingsPage: Sendable {
  /// Where the page comes from.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A page of the app's own site.
    case externalLink = "external-link"
    /// A page shown inside Pipedrive.
    case customUI = "custom-ui"

    /// The keys that only the other kind takes.
    public var foreignKeys: [String] {
      switch self {
      case .externalLink: ["iframeUrl", "jwtSecret"]
      case .customUI: ["url"]
      }
    }
  }

  /// The object that describes it.
  public let node: Node

  /// Where the page comes from.
  public var kind: Located<Kind>? {
    guard let type = node.text("type"), let kind = Kind(rawValue: type.value) else { return nil }
    return Located(kind, at: type.node)
  }
}
