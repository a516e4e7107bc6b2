public import ManifestSyntax

/// The manifest of a messaging or video calling extension, as a view on the tree.
public struct ExtensionManifest: Sendable {
  /// What the extension does.
  public enum Kind: CaseIterable, Hashable, Sendable {
    case messaging
    case videoCalling
  }

  /// An endpoint that the manifest names.
  public struct NamedEndpoint: Sendable {
    /// What it is; `nil` if there is no such endpoint.
    public let endpoint: Endpoint?
    /// Its name.
    public let key: Node
    /// Its address.
    public let node: Node
  }

  /// What the extension does.
  public let kind: Kind
  /// The outermost object of the document.
  public let node: Node

  /// Looks at a document as an extension manifest.
  public init(_ node: Node, kind: Kind) {
    self.node = node
    self.kind = kind
  }

  /// The version of the format that it names.
  public var version: Located<String>? { node.text("version") }
  /// The client ID of the app.
  public var clientID: Located<String>? { node.text("clientId") }
  /// The endpoints that it names, in order.
  public var endpoints: [NamedEndpoint] {
    guard let list = node["endpoints"] else { return [] }
    return list.entries.compactMap { entry in
      if entry.isRepeated || !entry.key.isTextKey { return nil }
      return NamedEndpoint(
        endpoint: kind.endpoints.first { entry.key.hasContent($0.name) }, key: entry.key, node: entry.value)
    }
  }
}

extension ExtensionManifest {
  /// An address that Pipedrive's servers call.
  public struct Endpoint: Hashable, Sendable {
    /// Its key.
    public var name: String
    /// Whether every manifest must have it.
    public var isRequired: Bool
    /// The variables that its address must hold.
    public var variables: [String]
    /// The variables that one of Pipedrive's pages asks for and another does not.
    public var advisedVariables: [String] = []

    /// All that its address may hold.
    public var knownVariables: [String] { variables + advisedVariables }
  }
}

extension ExtensionManifest.Kind {
  /// What a document of this kind is called in the list of documents.
  public var documentKind: DocumentKind {
    switch self {
    case .messaging: .messagingManifest
    case .videoCalling: .videoManifest
    }
  }

  /// The one version of the format that Pipedrive takes.
  public var version: String {
    switch self {
    case .messaging: "v202101"
    case .videoCalling: "v202049"
    }
  }

  /// The endpoints that there are; the schemas hold the same, and a test compares the two.
  public var endpoints: [ExtensionManifest.Endpoint] {
    switch self {
    case .messaging:
      [
        .init(name: "getConversations", isRequired: true, variables: ["providerChannelId"]),
        .init(
          name: "getConversationById", isRequired: true, variables: ["providerChannelId", "sourceConversationId"]),
        .init(name: "postMessage", isRequired: true, variables: ["providerChannelId"]),
        .init(name: "getSenderById", isRequired: false, variables: ["providerChannelId", "senderId"]),
        .init(name: "getTemplates", isRequired: false, variables: ["providerChannelId"]),
        .init(
          name: "getMessageById", isRequired: false, variables: ["providerChannelId", "sourceMessageId"],
          advisedVariables: ["sourceConversationId"]),
        .init(name: "deleteChannelById", isRequired: false, variables: ["providerChannelId"]),
      ]
    case .videoCalling:
      [
        .init(name: "postMeeting", isRequired: true, variables: ["linkId"]),
        .init(name: "deleteMeeting", isRequired: true, variables: ["linkId", "meetingId"]),
        .init(name: "patchUpdateMeeting", isRequired: true, variables: ["linkId", "meetingId"]),
      ]
    }
  }
}
