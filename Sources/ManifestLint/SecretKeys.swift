import ManifestModel

/// Tells the keys of secrets, each only once: a large file has few different keys.
struct SecretKeys {
  private let scope: SecretScope
  private var verdicts: [String: Bool] = [:]

  init(_ scope: SecretScope) {
    self.scope = scope
  }

  /// Whether a key's value is secret.
  mutating func contains(_ key: ArraySlice<UInt8>) -> Bool {
    guard scope != .app || Secrets.mayBeNear(key) else { return Secrets.hasSecretSuffix(key) }
    let text = String(decoding: key, as: UTF8.self)
    if let verdict = verdicts[text] { return verdict }
    let verdict = scope.isSecretKey(key) || Secrets.isSecretKey(text)
    if verdicts.count < 4_096 { verdicts[text] = verdict }
    return verdict
  }
}
