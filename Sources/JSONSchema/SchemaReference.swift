public import ManifestSyntax

/// A reference from a schema document to another.
public struct SchemaReference: Hashable, Sendable {
  /// The text as it stands, without a fragment.
  public var text: String
  /// What it means where it stands, without a fragment: resolved against the nearest `$id`.
  public var uri: String

  /// The references of a document that is known by a URI, in no particular order.
  public static func all(in root: Node, uri: String) -> [SchemaReference] {
    var result: [SchemaReference] = []
    var pending: [(node: Node, base: URIReference)] = [(root, URIReference(uri))]
    while let (node, outer) = pending.popLast() {
      var base = outer
      for key in ["$id", "id"] {
        if let id = node[key]?.string, !id.hasPrefix("#") { base = URIReference(id).resolved(against: base) }
      }
      for entry in node.entries {
        if ["$ref", "$dynamicRef", "$recursiveRef", "$schema"].contains(where: entry.key.hasContent),
          let text = entry.value.string, !text.hasPrefix("#")
        {
          let reference = URIReference(text)
          result.append(
            SchemaReference(
              text: reference.withoutFragment.text, uri: reference.resolved(against: base).withoutFragment.text))
        }
        pending.append((entry.value, base))
      }
      for item in node.items { pending.append((item, base)) }
    }
    return result
  }
}
