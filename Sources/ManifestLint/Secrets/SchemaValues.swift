import ManifestSyntax

/// The values that the schema of a secret tells: as its default, as an example, as what it must be.
enum SchemaValues {
  /// The scalars that are such values, in a schema and in those inside of it, but for schemas that were searched.
  ///
  /// What a `$ref` names in the same document is a part of it too; the schemas of an object's entries are not.
  static func all(in schema: Node, except searched: inout Set<Node>) -> [Node] {
    var result: [Node] = []
    var pending = [schema]
    while let node = pending.popLast() {
      guard searched.insert(node).inserted else { continue }
      if node.kind == .sequence { pending += node.items }
      for entry in node.entries {
        let (key, value) = (entry.key, entry.value)
        if values.contains(where: key.hasContent) {
          result += value.subtree.filter { $0.isScalar && !$0.isKey }
        } else if schemas.contains(where: key.hasContent) {
          pending.append(value)
        } else if key.hasContent("$ref"), let target = target(value) {
          pending.append(target)
        }
      }
    }
    return result
  }

  /// Whether a keyword tells a value.
  static func isTold(by keyword: String) -> Bool { values.contains(keyword) }

  private static func target(_ reference: Node) -> Node? {
    guard let text = reference.string, text.utf8.first == UInt8(ascii: "#"),
      let tokens = JSONPointer.tokens(text.dropFirst())
    else { return nil }
    return reference.tree.root.descendant(tokens)
  }

  /// The keywords that tell values.
  private static let values = ["default", "const", "enum", "example", "examples"]
  /// Those that are schemas, or lists of some.
  private static let schemas = [
    "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "items", "prefixItems", "additionalItems", "contains",
    "additionalProperties", "unevaluatedItems", "unevaluatedProperties", "propertyNames",
  ]
}
