public import ManifestSyntax

/// The fields that hold what must not be seen.
public enum Secrets {
  /// The keys of the app manifest whose values are secret.
  public static let keys = ["clientSecret", "jwtSecret", "password"]

  /// Whether a key holds a secret, also when it is misspelt.
  public static func isSecretKey(_ key: String) -> Bool {
    let lower = key.lowercased()
    if lower.hasSuffix("secret") || lower.hasSuffix("password") { return true }
    return keys.contains { NearMatch.isNear(key, $0) }
  }
}

extension AppManifest {
  /// The values of all secret fields.
  public var secretFields: [Node] {
    var fields: [Node?] = [node["oauth"]?["clientSecret"], settingsPage?.node["jwtSecret"]]
    for item in extensions {
      fields.append(item.node["jwtSecret"])
      fields.append(item.node["httpAuth"]?["password"])
      fields += item.panelActions.map { $0.node["jwtSecret"] }
    }
    return fields.compactMap(\.self)
  }
}
