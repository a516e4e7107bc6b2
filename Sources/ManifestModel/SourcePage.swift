/// A page that says what a rule checks: most are of Pipedrive's developer documentation.
public struct SourcePage: Hashable, Sendable {
  /// Its title, with the section behind `›` where one is meant.
  public var title: String
  /// Its address.
  public var url: String

  private init(_ title: String, _ path: String) {
    self.init(title, url: "https://pipedrive.readme.io/docs/" + path)
  }

  private init(_ title: String, url: String) {
    self.title = title
    self.url = url
  }

  /// The same page, named with one of its sections.
  public func section(_ name: String) -> SourcePage {
    var page = self
    page.title += " › " + name
    return page
  }

  public static let yaml = SourcePage("YAML 1.2.2", url: "https://yaml.org/spec/1.2.2/")
  public static let yamlAndJSON = SourcePage("YAML 1.2.2 and RFC 8259 (JSON)", url: "https://yaml.org/spec/1.2.2/")
  public static let jsonSchema = SourcePage("JSON Schema 2020-12", url: "https://json-schema.org/draft/2020-12")
  public static let registeringPrivateApp = SourcePage(
    "Registering a private app", "marketplace-registering-a-private-app")
  public static let registeringPublicApp = SourcePage("Registering a public app", "marketplace-registering-the-app")
  public static let clientIDAndSecret = SourcePage("Client ID and client secret", "client-id-and-client-secret")
  public static let scopes = SourcePage(
    "Scopes and permission explanations", "marketplace-scopes-and-permissions-explanations")
  public static let oauth = SourcePage("OAuth authorization", "marketplace-oauth-authorization")
  public static let stateParameter = SourcePage("State parameter", "marketplace-oauth-authorization-state-parameter")
  public static let uninstallation = SourcePage("Handling user app uninstallation", "app-uninstallation")
  public static let linkActions = SourcePage("Link actions", "app-extensions-actions")
  public static let jsonModals = SourcePage("JSON modals", "app-extensions-json-modals")
  public static let modalComponents = SourcePage("Component library", "json-modals-component-library")
  public static let jsonPanels = SourcePage("JSON panels", "app-extensions-json-panels")
  public static let addingJSONPanel = SourcePage("Adding a JSON panel", "json-panels-adding-a-panel")
  public static let panelActions = SourcePage("Actions in JSON panels", "json-panels-actions-in-panels")
  public static let customUIExtensions = SourcePage("Custom UI extensions", "custom-ui-extensions")
  public static let customModals = SourcePage("Custom modals", "custom-ui-extensions-modals")
  public static let implementingMessaging = SourcePage(
    "Implementing messaging app extension", "implementing-messaging-app-extension")
  public static let videoCalling = SourcePage("Video calling app extension", "video-calling-app-extension")
  public static let approvalProcess = SourcePage("App approval process", "marketplace-app-approval-process")
}
