public import ManifestSyntax
import ManifestText

/// The fields that hold what must not be seen.
public enum Secrets {
  /// The keys of the app manifest whose values are secret.
  public static let keys = ["clientSecret", "jwtSecret", "password"]

  /// Whether a key holds a secret, also when it is misspelt.
  public static func isSecretKey(_ key: String) -> Bool {
    hasSecretSuffix(Array(key.utf8)[...]) || keys.contains { NearMatch.isNear(key, $0) }
  }

  /// Whether a key may be near one of ``keys``: no more than two letters of either are not in the other.
  ///
  /// It is asked of every key of a document, and tells nearly all apart without measuring a distance.
  public static func mayBeNear(_ key: ArraySlice<UInt8>) -> Bool {
    guard (6...18).contains(key.count) else { return false }
    let own = LetterSet(key)
    return keyLetters.contains { $0.mayBeNear(own) }
  }

  private static let keyLetters = keys.map { LetterSet($0.utf8) }

  /// Whether a key ends in `secret` or `password`, case ignored.
  public static func hasSecretSuffix(_ key: ArraySlice<UInt8>) -> Bool {
    switch key.last.map({ $0 | 0x20 }) {
    case UInt8(ascii: "t"): key.suffix("secret".utf8.count).isWord("secret")
    case UInt8(ascii: "d"): key.suffix("password".utf8.count).isWord("password")
    default: false
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
