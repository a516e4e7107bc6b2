import ManifestSyntax

/// What in a list or an object is secret since that stands under a key such as `apiKey`.
enum CollectedSecrets: Hashable, Sendable {
  /// All that is no object.
  case everything
  /// Texts that look like a secret.
  case conspicuousTexts
  /// Nothing: it may be the definition of a field.
  case nothing

  /// What is secret in an object that is part of it.
  func inside(_ object: Node) -> Self {
    if self == .nothing || object.entries.contains(where: { entry in Self.words.contains(where: entry.key.hasContent) })
    {
      return .nothing
    }
    return .conspicuousTexts
  }

  /// Whether a scalar in it is secret.
  func holds(_ node: Node) -> Bool {
    if self == .nothing || node.kind == .boolean || node.content.starts(with: "http".utf8) { return false }
    // Without a value, a key is an item that came into braces.
    if let value = node.value, value.kind != .null || !value.content.isEmpty { return false }
    return (self == .everything && !node.isKey) || (node.kind == .string && SecretScope.looksSecret(node.content))
  }

  /// Keys of schemas, and of the definitions of fields.
  private static let words = [
    "type", "$ref", "properties", "items", "enum", "const", "anyOf", "oneOf", "allOf", "not", "format", "pattern",
    "title", "description", "label", "required", "default", "examples", "component",
  ]
}
