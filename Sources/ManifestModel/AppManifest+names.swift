extension AppManifest {
  /// The names of all extensions and panel actions.
  public var extensionNames: [Located<String>] {
    extensions.flatMap { item in [item.name].compactMap(\.self) + item.panelActions.compactMap(\.name) }
  }
}
