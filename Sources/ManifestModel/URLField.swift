public import ManifestSyntax

/// A field of an app manifest or of a document beside it that holds an address.
public struct URLField: Sendable {
  /// What the address is for.
  public enum Role: Hashable, Sendable {
    /// Ends an installation; Pipedrive also sends uninstallations there.
    case callback
    /// Where users are sent to install the app.
    case installation
    /// Opened in a new tab by a link action.
    case link
    /// Called by Pipedrive's servers for a JSON modal.
    case modalEndpoint
    /// Called by Pipedrive's servers for a JSON panel.
    case panelEndpoint
    /// Loaded in an iframe.
    case iframe
    /// Called by Pipedrive's servers for a messaging or video calling extension.
    case extensionEndpoint
    /// Opened in a new tab by a button of a JSON modal.
    case button
    /// A page of the app's own site, shown as a link.
    case page
  }

  /// The names that Pipedrive adds to the query of such an address.
  public var reservedParameters: [String] {
    let context = ["resource", "view", "userId", "companyId", "selectedIds"]
    switch role {
    case .callback: return ["code", "state", "error"]
    case .link: return context + ["excludedIds", "filter"]
    case .modalEndpoint: return context + ["token", "form", "invoker"]
    case .panelEndpoint: return context + ["token", "isShared"]
    case .iframe:
      let everywhere = ["userId", "companyId", "token", "id", "theme"]
      return switch owner {
      case .customModal: context + everywhere + ["data"]
      // A floating window and a settings page stand beside nothing that they could be told of.
      case .floatingWindow, nil: everywhere
      case .customPanel, .linkAction, .jsonModal, .jsonPanel: context + everywhere
      }
    case .installation, .extensionEndpoint, .button, .page: return []
    }
  }

  /// Whether Pipedrive adds to the query of such an address.
  public var takesParameters: Bool {
    switch role {
    case .callback, .link, .modalEndpoint, .panelEndpoint, .iframe: true
    case .installation, .extensionEndpoint, .button, .page: false
    }
  }

  /// What the address is for.
  public let role: Role
  /// What kind of extension it belongs to; `nil` for the app itself, its settings page and its listing.
  public let owner: ExtensionKind?
  /// The value.
  public let node: Node
  /// The address, where it is an absolute one and no variable hides how it begins.
  public let address: WebAddress?
  /// Why it is no absolute address; `nil` if it is one, or may be.
  public let problem: WebAddress.Problem?

  /// Reads the address in a text.
  public init(role: Role, owner: ExtensionKind? = nil, node: Node, _ variables: Variables) {
    self.role = role
    self.owner = owner
    self.node = node
    do throws(WebAddress.Problem) {
      address = try WebAddress.parse(node.content, variables)
      problem = nil
    } catch {
      address = nil
      problem = error
    }
  }
}

extension AppManifest {
  /// Every field that holds an address, in no particular order.
  public func urlFields(_ variables: Variables) -> [URLField] {
    var fields: [URLField] = []
    func add(_ role: URLField.Role, _ value: Node?, of owner: ExtensionKind? = nil) {
      if let value, value.kind == .string {
        fields.append(URLField(role: role, owner: owner, node: value, variables))
      }
    }
    add(.callback, callbackURL)
    add(.installation, node["oauth"]?["installationUrl"])
    for item in extensions {
      add(.link, item.node["url"], of: item.kind)
      add(item.kind == .jsonPanel ? .panelEndpoint : .modalEndpoint, item.node["apiEndpoint"], of: item.kind)
      add(.iframe, item.iframeURL, of: item.kind)
      for action in item.panelActions {
        add(.link, action.node["url"], of: item.kind)
        add(.modalEndpoint, action.node["apiEndpoint"], of: item.kind)
      }
    }
    add(.page, settingsPage?.node["url"])
    add(.iframe, settingsPage?.node["iframeUrl"])
    if let listing = node["listing"] {
      for key in Self.listingURLKeys { add(.page, listing[key]) }
    }
    if let onboarding = node["onboarding"] {
      if let blocks = onboarding["blocks"] { for block in blocks.items { add(.page, block["learnMoreUrl"]) } }
      add(.page, onboarding["video"]?["url"])
      add(.page, onboarding["learnArticleUrl"])
    }
    add(.page, node["review"]?["recordingUrl"])
    return fields
  }

  private static let listingURLKeys = [
    "videoUrl", "websiteUrl", "termsUrl", "privacyUrl", "pricingUrl", "supportUrl", "documentationUrl",
    "issueTrackerUrl",
  ]
}
