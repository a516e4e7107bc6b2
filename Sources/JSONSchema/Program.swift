import ManifestSyntax
import Synchronization

/// The number of a schema among all that a program has.
typealias SubschemaID = Int

/// A compiled schema with everything it refers to.
final class Program: Sendable {
  /// What is there at the start: all of it, unless it is compiled on demand.
  let parts: ProgramParts
  let resources: [Resource]
  /// For each name that a dynamic reference looks for, the schema that each resource has under it.
  let dynamicTargets: [[Int: SubschemaID]]
  /// References that lead nowhere or in a circle.
  let problems: [SchemaError]
  /// The references that lead back to the schema they stand in, by the numbers of their places.
  let circularSlots: Set<Int>
  /// How many schemas the widest of all asks at most for one value, its items and entries included.
  let width: Int
  /// How many schemas may be evaluated inside one another.
  let depthLimit: Int
  /// What compiles the rest; `nil` if there is none.
  private let compiler: Mutex<Compiler?>

  /// A program that is there as a whole.
  init(
    _ parts: ProgramParts, resources: [Resource], dynamicTargets: [[Int: SubschemaID]], problems: [SchemaError],
    circularSlots: Set<Int>, width: Int, depthLimit: Int
  ) {
    self.parts = parts
    self.resources = resources
    self.dynamicTargets = dynamicTargets
    self.problems = problems
    self.circularSlots = circularSlots
    self.width = width
    self.depthLimit = depthLimit
    compiler = Mutex(nil)
  }

  /// A program of which a compiler makes what values come to.
  init(_ compiler: Compiler) {
    parts = compiler.parts
    resources = compiler.resources
    dynamicTargets = []
    problems = []
    circularSlots = []
    width = Self.widthOnDemand
    depthLimit = compiler.options.depthLimit
    self.compiler = Mutex(compiler)
  }

  /// What is there once a schema has been compiled.
  func parts(with id: SubschemaID) -> ProgramParts {
    compiler.withLock { compiler in
      if compiler?.parts.subschemas[id] == nil { compiler?.compileOnDemand(id) }
      return compiler?.parts ?? parts
    }
  }

  /// The width that nothing is known of before all is compiled.
  static let widthOnDemand = 1000

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

  init(_ node: Node, resource: Int, _ content: Content, _ parts: consuming SubschemaParts) {
    self.node = node
    self.resource = resource
    self.content = content
    keywords = parts.keywords
    firstSlot = parts.firstSlot
    keys = parts.keys
    usesMembers = parts.usesMembers
    tracksChildren = parts.tracksChildren
  }

  /// A schema whose keywords are asked, whatever it comes down to.
  init(asking other: Subschema) {
    node = other.node
    resource = other.resource
    content = .keywords
    keywords = other.keywords
    firstSlot = other.firstSlot
    keys = other.keys
    usesMembers = other.usesMembers
    tracksChildren = other.tracksChildren
  }
}

/// What of a program there is.
struct ProgramParts: Sendable {
  /// The schemas by their numbers; `nil` for one that has not been compiled.
  var subschemas: [Subschema?] = []
  /// The places of their keywords.
  var slots: [Slot] = []

  /// A schema that has been compiled.
  subscript(id: SubschemaID) -> Subschema {
    guard let schema = subschemas[id] else { preconditionFailure("schema \(id) has not been compiled") }
    return schema
  }
}

/// A schema while it is being compiled.
struct SubschemaParts {
  var keywords: [any Keyword] = []
  var firstSlot = 0
  var keys = KeyTable()
  var usesMembers = false
  var tracksChildren = false
}

/// The place of a keyword.
struct Slot: Sendable {
  let name: String
  /// Its value in the schema.
  let value: Node
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
