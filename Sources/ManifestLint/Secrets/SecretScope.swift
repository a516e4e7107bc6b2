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

  /// Whether what stands under a key may be secret without the key being one of ``Secrets/keys``, or near one.
  func mayHoldSecret(_ key: ArraySlice<UInt8>) -> Bool {
    Self.hasSecretEnding(key) || (self != .schema && Self.isCredentials(key))
  }

  /// Whether a node stands under the key of a secret, however deep, or is one.
  func standsInSecret(_ node: Node) -> Bool {
    var node: Node? = node
    while let current = node {
      if let key = current.isKey ? current : current.key,
        mayHoldSecret(key.content) || Secrets.isSecretKey(key.text)
      {
        return true
      }
      node = current.parent
    }
    return false
  }

  /// Whether a value is secret that stands under such a key.
  ///
  /// What the formats of an app call a secret is one, whatever it is. Elsewhere a `token` may also be a word.
  func isSecret(_ value: Node, under key: Node) -> Bool {
    if self == .schema, value.kind != .string { return false }
    if Secrets.isSecretKey(key.text) { return true }
    if Self.isCredentials(key.content) { return value.kind != .mapping }
    guard self == .app else { return value.kind == .string && Self.looksSecret(value.content) }
    guard value.isScalar, value.kind != .boolean, !Self.standsAmongNames(key) else { return false }
    return isSecret(value.content, under: key.content)
  }

  /// Whether a text is secret that stands under such a key, if that is none of ``Secrets/keys`` and near none.
  func isSecret(_ text: ArraySlice<UInt8>, under key: ArraySlice<UInt8>) -> Bool {
    if self != .schema, Self.isCredentials(key) { return true }
    guard self == .app else { return Self.looksSecret(text) }
    return !text.starts(with: "http".utf8) && (Self.isSurelySecret(key) || Self.looksSecret(text))
  }

  /// What may be secret in a list or an object under such a key, which is not secret as a whole.
  func collectedSecrets(in value: Node, under key: Node) -> CollectedSecrets {
    if self == .schema || value.isScalar || Self.standsAmongNames(key) { return .nothing }
    return self == .app && value.kind == .sequence && Self.isSurelySecret(key.content) ? .everything : .conspicuousTexts
  }

  /// Whether a key is the name of a component or of a property there, and what it has says how that is.
  private static func standsAmongNames(_ key: Node) -> Bool {
    guard let outer = key.parent?.key else { return false }
    return [
      "visibleOn", "properties", "patternProperties", "$defs", "definitions", "dependencies", "dependentRequired",
      "dependentSchemas",
    ].contains(where: outer.hasContent)
  }

  /// Whether a text is more than a short one or a word.
  static func looksSecret(_ text: ArraySlice<UInt8>) -> Bool {
    text.count >= 8 && text.contains { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 }
  }

  /// Whether user name and password stand under a key: nothing but the user name of it may be shown.
  static func isCredentials(_ key: ArraySlice<UInt8>) -> Bool {
    key.isWord("httpauth") || key.isWord("basicauth")
  }

  /// Whether a key's end is that of a secret and of nothing else.
  private static func isSurelySecret(_ key: ArraySlice<UInt8>) -> Bool { !key.suffix(5).isWord("token") }

  /// Whether a key of an app's documents may be one that ``mayHoldSecret(_:)`` knows, by its last letters.
  ///
  /// It is asked of every key of a document.
  static func mayHaveSecretEnding(_ key: ArraySlice<UInt8>) -> Bool {
    guard key.count >= 3, let last = key.last else { return false }
    switch last | 0x20 {
    case UInt8(ascii: "d"): return key.suffix(2).isWord("wd") || key.suffix(3).isWord("ord")
    case UInt8(ascii: "e"): return key.suffix(3).isWord("ase")
    case UInt8(ascii: "h"): return key.suffix(4).isWord("auth")
    case UInt8(ascii: "n"): return key.suffix(3).isWord("ken")
    case UInt8(ascii: "t"): return key.suffix(3).isWord("ret")
    case UInt8(ascii: "y"): return key.suffix(3).isWord("key")
    default: return false
    }
  }

  /// The ends of keys that hold secrets in the configuration of all kinds of tools.
  private static let endings = [
    "secret", "password", "passwd", "pwd", "passphrase", "token", "apikey", "privatekey", "accesskey", "secretkey",
  ]

  /// Whether a key ends so, whatever its case, and whether its words are joined by `-`, `_` or nothing.
  static func hasSecretEnding(_ key: ArraySlice<UInt8>) -> Bool {
    guard key.count <= 64 else { return false }
    var letters = [UInt8]()
    for byte in key where byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_") {
      letters.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    return endings.contains { letters.count >= $0.utf8.count && letters.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}
