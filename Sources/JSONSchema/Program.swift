import ManifestSyntax

/// The number of a schema among all that a program has.
typealias SubschemaID = Int

/// A compiled schema with everything it refers to.
final class Program: Sendable {
  let subschemas: [Subschema]
  let slots: [Slot]
  let resources: [Resource]
  /// For each name that a dynamic reference looks for, the schema that each resource has under it.
  let dynamicTargets: [[Int: SubschemaID]]
  /// Whether a keyword asks what others have evaluated.
  let tracksChildren: Bool
  /// References that lead nowhere or in a circle.
  let problems: [SchemaError]
  /// How many schemas may be evaluated inside one another.
  let depthLimit: Int

  init(
    subschemas: [Subschema], slots: [Slot], resources: [Resource], dynamicTargets: [[Int: SubschemaID]],
    tracksChildren: Bool, problems: [SchemaError], depthLimit: Int
  ) {
    self.subschemas = subschemas
    self.slots = slots
    self.resources = resources
    self.dynamicTargets = dynamicTargets
    self.tracksChildren = tracksChildren
    self.problems = problems
    self.depthLimit = depthLimit
  }
}

/// A schema: an object with keywords, or `true` or `false`.
struct Subschema: Sendable {
  enum Content: Sendable {
    /// `true`, or no keyword that says anything.
    case everything
    /// `false`
    case nothing
    case keywords
    /// Nothing but a reference to another schema of the same resource.
    case reference(SubschemaID)
  }

  /// Where it stands.
  var node: Node
  /// The resource that it belongs to.
  var resource: Int
  var content = Content.everything
  /// Its keywords among those of the program.
  var slots = 0..<0
  /// The keys that its keywords speak of.
  var keys = KeyTable()
  /// Whether one of its keywords looks at the entries of objects.
  var usesMembers = false
  /// Whether one of its keywords asks what the others have evaluated.
  var tracksChildren = false
}

/// A keyword in its place.
struct Slot: Sendable {
  var keyword: any Keyword
  var name: String
  /// Its value in the schema.
  var value: Node
  /// The lint rule that reports it better.
  var rule: String?
}

/// A schema with a URI of its own.
struct Resource: Sendable {
  /// Without a fragment; empty for a document that nobody has named.
  var uri: String
  var root: Node
  var dialect: Dialect
  /// The resource that it is embedded in.
  var parent: Int?
  var anchors: [String: Node] = [:]
  /// The anchors among them that dynamic references find from elsewhere; `""` is the one of `$recursiveAnchor`.
  var dynamicAnchors: [String: Node] = [:]
}
