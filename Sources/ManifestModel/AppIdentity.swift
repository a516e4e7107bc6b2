/// What the documents of an app are judged by, taken from its manifest.
public struct AppIdentity: Hashable, Sendable {
  /// The app's name, as it is written.
  public var name: String?
  /// The client ID that Developer Hub issued, as it is written.
  public var clientID: String?
  /// The stage that `app.status` names; `nil` if it names none.
  public var stage: Stage?

  /// Takes what a manifest says.
  public init(_ manifest: AppManifest, _ variables: Variables) {
    name = manifest.name?.value
    clientID = manifest.clientID?.value
    stage = manifest.statedStage(variables)
  }
}
