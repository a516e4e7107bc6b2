public import ManifestSyntax

extension Violation {
  /// What made a keyword apply that does not always.
  public struct Condition: Sendable {
    /// What decided.
    public enum Kind: Sendable {
      /// The value is valid by the schema of `if`.
      case met
      /// The value is not valid by the schema of `if`.
      case unmet
      /// The object has this key.
      case key(Node)
    }

    /// What decided.
    public var kind: Kind
    /// The schema of `if`, or the one that the key brings with it.
    public var schemaNode: Node
    /// The value that was looked at.
    public var node: Node
  }
}

extension Violation.Condition {
  /// What decided, in words that follow "because": `'kind' is 'circle'`.
  var words: String {
    if case .key(let key) = kind { return "'\(Violation.excerpt(key.text))' is there" }
    if node.isScalar { return "it is \(Violation.value(node))" }
    let keys = Self.keys(of: schemaNode)
    if node.kind == .mapping, (1...3).contains(keys.count) {
      return Violation.list(keys.map(state), "and", quoted: false)
    }
    if case .met = kind { return "the condition in 'if' is met" }
    return "the condition in 'if' is not met"
  }

  /// What the object has at a key.
  private func state(_ key: String) -> String {
    let name = "'\(Violation.excerpt(key))'"
    guard let value = node[key] else { return "\(name) is missing" }
    return value.isScalar ? "\(name) is \(Violation.value(value))" : "\(name) is there"
  }

  /// The keys that a schema speaks of, through those that it is put together from.
  private static func keys(of schema: Node) -> [String] {
    var keys: [String] = []
    var pending = [schema]
    var count = 0
    while let schema = pending.popLast(), count < 32 {
      count += 1
      let names = (schema["properties"]?.entries.map(\.key) ?? []) + (schema["required"].map { Array($0.items) } ?? [])
      for name in names.prefix(8) where name.isScalar && !keys.contains(where: name.hasContent) {
        keys.append(name.text)
      }
      for name in ["oneOf", "anyOf", "allOf"] {
        pending += (schema[name].map { Array($0.items) } ?? []).prefix(8).reversed()
      }
      if let negated = schema["not"] { pending.append(negated) }
    }
    return keys
  }
}
