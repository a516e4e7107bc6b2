public import ManifestSyntax

/// The page where users set the app up.
public struct SettingsPage: Sendable {
  /// Where the page comes from.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A page of the app's own site.
    case externalLink = "external-link"
    /// A page shown inside Pipedrive.
    case customUI = "custom-ui"

    /// The key of the page's address.
    public var addressKey: String {
      switch self {
      case .externalLink: "url"
      case .customUI: "iframeUrl"
      }
    }

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

  /// The entries that only the other kind takes; an empty text counts as absent.
  public var foreignEntries: [Entry] {
    (kind?.value.foreignKeys ?? []).compactMap { node.entry($0) }.filter { $0.value.string != "" }
  }

  /// The address under the key that the other kind has for it, where the page lacks its own.
  public var misplacedAddress: Entry? {
    guard let kind = kind?.value, node[kind.addressKey] == nil else { return nil }
    let others = Kind.allCases.filter { $0 != kind }.map(\.addressKey)
    return foreignEntries.first { entry in others.contains { entry.key.hasContent($0) } }
  }
}
