/// What an extension is.
public enum ExtensionKind: String, CaseIterable, Hashable, Sendable {
  case linkAction = "linkActions"
  case jsonModal = "jsonModals"
  case jsonPanel = "jsonPanels"
  case customModal = "customModals"
  case customPanel = "customPanels"
  case floatingWindow

  /// The key below `extensions` that holds extensions of this kind.
  public var key: String { rawValue }

  /// Its name in a sentence: `link action`.
  public var label: String {
    switch self {
    case .linkAction: "link action"
    case .jsonModal: "JSON modal"
    case .jsonPanel: "JSON panel"
    case .customModal: "custom modal"
    case .customPanel: "custom panel"
    case .floatingWindow: "floating window"
    }
  }

  /// Whether it takes one of the three places for actions in a view.
  public var isAction: Bool {
    switch self {
    case .linkAction, .jsonModal, .customModal: true
    case .jsonPanel, .customPanel, .floatingWindow: false
    }
  }

  /// Whether it takes the place for a panel in a detail view.
  public var isPanel: Bool {
    switch self {
    case .jsonPanel, .customPanel: true
    case .linkAction, .jsonModal, .customModal, .floatingWindow: false
    }
  }

  /// The key that lists where it appears.
  public var locationsKey: String {
    switch self {
    case .linkAction, .jsonModal, .jsonPanel, .customPanel: "locations"
    case .customModal, .floatingWindow: "entryPoints"
    }
  }

  /// Whether Pipedrive asks for sentence case in its name.
  public var asksForSentenceCase: Bool {
    switch self {
    case .linkAction, .jsonModal, .customModal, .customPanel: true
    case .jsonPanel, .floatingWindow: false
    }
  }
}
