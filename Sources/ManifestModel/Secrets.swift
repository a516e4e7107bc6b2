public import ManifestSyntax

/// The fields that hold what must not be seen.
public enum Secrets {
  /// The keys of the app manifest whose values are secret.
  public static let keys = ["clientSecret", "jwtSecret", "password"]

  /// Whether a key holds a secret, also when it is misspelt.
  public static func isSecretKey(_ key: String) -> Bool {
    hasSecretSuffix(Array(key.utf8)[...]) || keys.contains { NearMatch.isNear(key, $0) }
  }

  /// How many UTF-8 bytes a key may have that is near one of ``keys``.
  public static let keyLengths = 6...18

  /// Whether a key ends in `secret` or `password`, case ignored.
  public static func hasSecretSuffix(_ key: ArraySlice<UInt8>) -> Bool {
    ["secret", "password"].contains { suffix in
      key.count >= suffix.utf8.count
        && zip(key.suffix(suffix.utf8.count), suffix.utf8).allSatisfy { $0 | 0x20 == $1 }
    }
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
