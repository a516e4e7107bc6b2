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
  /// The references that lead back to the schema they stand in, by the numbers of their places.
  let circularSlots: Set<Int>
  /// How many schemas the widest of all asks at most for one value, its items and entries included.
  let width: Int
  /// How many schemas may be evaluated inside one another.
  let depthLimit: Int

  init(
    subschemas: [Subschema], slots: [Slot], resources: [Resource], dynamicTargets: [[Int: SubschemaID]],
    tracksChildren: Bool, problems: [SchemaError], circularSlots: Set<Int>, width: Int, depthLimit: Int
  ) {
    self.subschemas = subschemas
    self.slots = slots
    self.resources = resources
    self.dynamicTargets = dynamicTargets
    self.tracksChildren = tracksChildren
    self.problems = problems
    self.circularSlots = circularSlots
    self.width = width
    self.depthLimit = depthLimit
  }

  /// Whether some references lead to no schema that could be asked.
  var lacksSchemas: Bool { !problems.isEmpty }

  /// How many schemas may be asked about a document.
  ///
  /// Enough for each value to be asked by the widest schema twice over: what takes longer multiplies with the depth of
  /// the schema or of the document, and would not come to an end.
  func stepLimit(nodeCount: Int) -> Int {
    let (steps, isTooLarge) = nodeCount.multipliedReportingOverflow(by: 500 + 2 * width)
    return isTooLarge ? .max : 1_000_000 + min(steps, .max - 1_000_000)
  }
}

/// A schema: an object with keywords, or `true` or `false`.
final class Subschema: Sendable {
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
  let node: Node
  /// The resource that it belongs to.
  let resource: Int
  let content: Content
  /// Its keywords, in the order in which they are asked.
  let keywords: [any Keyword]
  /// Their places, the first of which has this number in the program.
  let firstSlot: Int
  /// The keys that its keywords speak of.
  let keys: KeyTable
  /// Whether one of its keywords looks at the entries of objects.
  let usesMembers: Bool
  /// Whether one of its keywords asks what the others have evaluated.
  let tracksChildren: Bool

  init(_ parts: SubschemaParts, _ slots: [Slot]) {
    node = parts.node
    resource = parts.resource
    content = parts.content
    keywords = slots.map(\.keyword)
    firstSlot = parts.slots.lowerBound
    keys = parts.keys
    usesMembers = parts.usesMembers
    tracksChildren = parts.tracksChildren
  }
}

/// A schema while it is being compiled.
struct SubschemaParts {
  var node: Node
  var resource: Int
  var content = Subschema.Content.everything
  /// Its keywords among those of the program.
  var slots = 0..<0
  var keys = KeyTable()
  var usesMembers = false
  var tracksChildren = false
}

/// A keyword in its place.
final class Slot: Sendable {
  let keyword: any Keyword
  let name: String
  /// Its value in the schema.
  let value: Node
  /// The lint rule that reports it better.
  let rule: String?

  init(_ keyword: any Keyword, name: String, value: Node, rule: String?) {
    self.keyword = keyword
    self.name = name
    self.value = value
    self.rule = rule
  }
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
