import ManifestModel

/// Tells the keys of secrets, each only once: a large file has few different keys.
struct SecretKeys {
  private let scope: SecretScope
  private var verdicts: [String: Bool] = [:]

  init(_ scope: SecretScope) {
    self.scope = scope
  }

  /// Whether a key's value is secret, or may be, which the value tells.
  mutating func contains(_ key: ArraySlice<UInt8>) -> Bool {
    guard scope != .app || Secrets.mayBeNear(key) || SecretScope.mayHaveSecretEnding(key) else {
      return Secrets.hasSecretSuffix(key)
    }
    let text = String(decoding: key, as: UTF8.self)
    if let verdict = verdicts[text] { return verdict }
    let verdict = scope.mayHoldSecret(key) || Secrets.isSecretKey(text)
    if verdicts.count < 4_096 { verdicts[text] = verdict }
    return verdict
  }

  /// Whether a text is secret that stands under such a key.
  func isSecret(_ text: ArraySlice<UInt8>, under key: ArraySlice<UInt8>) -> Bool {
    if Secrets.isSecretKey(String(decoding: key, as: UTF8.self)) { return true }
    return scope.isSecret(text, under: key)
  }

  /// Whether the value of such a key is secret only if it is a text, or a list of some.
  func isSecretAsTextOnly(_ key: ArraySlice<UInt8>) -> Bool {
    scope == .app && !Secrets.isSecretKey(String(decoding: key, as: UTF8.self))
  }
}
