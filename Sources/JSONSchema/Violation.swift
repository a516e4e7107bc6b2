public import ManifestSyntax

/// How a value breaks a keyword of a schema.
public struct Violation: Sendable {
  /// The value that is wrong: for a wrong or missing key, the object.
  public var node: Node
  /// The key that is wrong, if the value has one that should not be there or is called wrongly.
  public var key: Node?
  /// The keyword that is broken, such as `required`; `false` for a schema that is just that.
  public var keyword: String
  /// What was wanted and what is there.
  public var fact: Fact
  /// The lint rule that reports this better: what `x-rule` says beside the keyword.
  public var rule: String?
  /// The keyword's value in the schema.
  public var schemaNode: Node
  /// What led to it, where a choice was made among alternatives, the innermost first.
  public var context: [Context] = []
  /// Why keywords applied that do not always, the outermost first.
  public let conditions: [Condition]
  /// Whether it only follows from another one: where a schema refuses an object, its keys count as unknown.
  public internal(set) var isConsequence = false

  /// The references followed on the way.
  let hops: [Hop]
  /// The resource that the keyword stands in.
  let resource: Resource

  init(
    node: Node, key: Node?, keyword: String, fact: Fact, rule: String?, schemaNode: Node, conditions: [Condition],
    hops: [Hop], resource: Resource
  ) {
    self.node = node
    self.key = key
    self.keyword = keyword
    self.fact = fact
    self.rule = rule
    self.schemaNode = schemaNode
    self.conditions = conditions
    self.hops = hops
    self.resource = resource
  }

  /// A reference that was followed.
  struct Hop: Sendable {
    /// Its value in the schema.
    var reference: Node
    /// The schema that it led to.
    var target: Node
  }

  /// The alternative that a violation comes from.
  public struct Context: Sendable {
    /// The schema of the alternative.
    public var branch: Node
    /// Which it is, from 0.
    public var index: Int
    /// How many alternatives there are.
    public var count: Int
    /// The list of all alternatives.
    let list: Node

    /// What the alternative is called in a sentence: `'Circle'`, `the one with 'kind' 'circle'`, `the 3rd`.
    public var name: String { BranchNames(of: list).name(index) }
  }

  /// The nodes that a person would look at: the key that is wrong, or the value.
  public var culprit: Node { key ?? node }
}

// MARK: - Places in the schema

extension Violation {
  /// The way to the keyword through all references, as a JSON Pointer: `/properties/url/$ref/minLength`.
  public var keywordLocation: String {
    Self.keywordLocation(of: schemaNode, hops: hops)
  }

  /// Where the keyword stands: the URI of its resource, with a JSON Pointer as fragment.
  public var absoluteKeywordLocation: String {
    resource.location(of: schemaNode)
  }

  /// The same for people: the URI of the resource, and the pointer as it is.
  public var readableKeywordLocation: (resource: String, pointer: String) {
    (resource.uri, Violation.pointer(of: schemaNode, from: resource.root))
  }

  static func keywordLocation(of schemaNode: Node, hops: [Hop]) -> String {
    var result = ""
    var start: Node?
    for hop in hops {
      result += pointer(of: hop.reference, from: start)
      start = hop.target
    }
    return result + pointer(of: schemaNode, from: start)
  }

  /// The pointer from one node down to another.
  static func pointer(of node: Node, from start: Node?) -> String {
    var tokens: [String] = []
    var node = node
    while node != start, let parent = node.parent {
      tokens.append(parent.kind == .mapping ? node.key?.text ?? "" : String(node.ordinal))
      node = parent
    }
    return tokens.reversed().map { "/" + JSONPointer.escaping($0) }.joined()
  }
}

extension Resource {
  /// Where a node of it stands, as a URI.
  func location(of node: Node) -> String {
    uri + "#" + URIReference.fragment(Violation.pointer(of: node, from: root))
  }
}
