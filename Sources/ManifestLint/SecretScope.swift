import ManifestModel
import ManifestSyntax

/// In what kind of text secrets are looked for.
public enum SecretScope: Hashable, Sendable {
  /// The documents of an app: what their formats have as secret.
  case app
  /// Any document: also what keys such as `apiKey` and `accessToken` stand for.
  case anyDocument
  /// A JSON Schema, in which such keys are mostly names of properties: only texts, be it as a default or an example.
  case schema

  /// Whether a key's value is secret.
  func isSecretKey(_ key: ArraySlice<UInt8>) -> Bool {
    self != .app && Self.hasSecretEnding(key)
  }

  /// Whether a value is secret that stands under such a key.
  ///
  /// What the formats of an app call a secret is one, whatever it is. Elsewhere a `token` may also be a word.
  func isSecret(_ value: Node, under key: Node) -> Bool {
    switch self {
    case .app: true
    case .anyDocument: Secrets.isSecretKey(key.text) || Self.looksSecret(value)
    case .schema: value.kind == .string && (Secrets.isSecretKey(key.text) || Self.looksSecret(value))
    }
  }

  /// Whether a value is more than a short text or a word.
  private static func looksSecret(_ value: Node) -> Bool {
    value.kind == .string && value.content.count >= 8
      && value.content.contains { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 }
  }

  /// The ends of keys that hold secrets in the configuration of all kinds of tools.
  private static let endings = [
    "secret", "password", "passwd", "passphrase", "token", "apikey", "privatekey", "accesskey", "secretkey",
  ]

  /// Whether a key ends so, whatever its case, and whether its words are joined by `-`, `_` or nothing.
  private static func hasSecretEnding(_ key: ArraySlice<UInt8>) -> Bool {
    guard key.count <= 64 else { return false }
    var letters = [UInt8]()
    for byte in key where byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_") {
      letters.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    return endings.contains { letters.count >= $0.utf8.count && letters.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}
