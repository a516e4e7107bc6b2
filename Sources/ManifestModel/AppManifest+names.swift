extension AppManifest {
  /// The names of all extensions and panel actions.
  public var extensionNames: [Located<String>] {
    var names: [Located<String>] = []
    for item in extensions {
      if let name = item.name { names.append(name) }
      names += item.panelActions.compactMap(\.name)
    }
    return names
  }
}
