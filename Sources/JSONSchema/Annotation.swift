public import ManifestSyntax

/// What a schema has to say of a value that is valid by it.
public struct Annotation: Sendable {
  /// What a keyword tells.
  public enum Value: Sendable {
    /// The keyword's own value.
    case keywordValue(Node)
    /// The keys that it has dealt with.
    case keys([String])
    /// The items that it has dealt with: their numbers.
    case items([Int])
    /// The number of the last item that it has dealt with.
    case lastItem(Int)
    /// All items.
    case allItems
  }

  /// The value that is spoken of.
  public var node: Node
  /// The keyword that speaks, such as `title`.
  public var keyword: String
  /// What it tells.
  public var value: Value
  /// The keyword's value in the schema.
  public var schemaNode: Node

  let hops: [Violation.Hop]
  let resource: Resource

  init(
    node: Node, keyword: String, value: Value, schemaNode: Node, hops: [Violation.Hop], resource: Resource
  ) {
    self.node = node
    self.keyword = keyword
    self.value = value
    self.schemaNode = schemaNode
    self.hops = hops
    self.resource = resource
  }

  /// The way to the keyword through all references, as a JSON Pointer.
  public var keywordLocation: String { Violation.keywordLocation(of: schemaNode, hops: hops) }

  /// Where the keyword stands: the URI of its resource, with a JSON Pointer as fragment.
  public var absoluteKeywordLocation: String { resource.location(of: schemaNode) }

  /// Where the schema stands that the keyword is in.
  public var schemaLocation: String { resource.location(of: schemaNode.parent ?? schemaNode) }
}
