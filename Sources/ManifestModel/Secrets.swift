public import ManifestSyntax

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
    let own = letters(of: key)
    return keyLetters.contains { (own & ~$0).nonzeroBitCount <= 2 && ($0 & ~own).nonzeroBitCount <= 2 }
  }

  private static let keyLetters = keys.map { letters(of: $0.utf8) }

  /// The letters of a text, case ignored, one bit each.
  private static func letters(of text: some Sequence<UInt8>) -> UInt32 {
    text.reduce(0) { letters, byte in
      let position = (byte | 0x20) &- UInt8(ascii: "a")
      return position < 26 ? letters | 1 << UInt32(position) : letters
    }
  }

  /// Whether a key ends in `secret` or `password`, case ignored.
  public static func hasSecretSuffix(_ key: ArraySlice<UInt8>) -> Bool {
    switch key.last.map({ $0 | 0x20 }) {
    case UInt8(ascii: "t"): hasSuffix(key, "secret")
    case UInt8(ascii: "d"): hasSuffix(key, "password")
    default: false
    }
  }

  private static func hasSuffix(_ key: ArraySlice<UInt8>, _ suffix: String) -> Bool {
    key.count >= suffix.utf8.count
      && zip(key.suffix(suffix.utf8.count), suffix.utf8).allSatisfy { $0 | 0x20 == $1 }
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
