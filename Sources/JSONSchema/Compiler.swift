import ManifestSyntax

/// Turns schemas into a program.
///
/// A schema that a keyword asks for gets a number at once and is compiled later, so that neither deep nor recursive
/// schemas make this recurse.
struct Compiler: Sendable {
  let options: SchemaOptions
  let registry: SchemaRegistry
  /// Whether schemas are compiled when values come to them, in which case nothing is wrong with them.
  let isOnDemand: Bool
  private let keywords = Keywords.table

  /// What has been compiled so far.
  private(set) var parts = ProgramParts()
  private var dynamicNames: [String] = []
  private var patternTexts = KeyTable()
  private var patterns: [Pattern] = []
  private var problems: [SchemaError] = []
  /// What keeps the schema from being used; compiling goes on, so that all is known at once.
  private var errors: [SchemaError] = []
  /// How many of these anybody wants to read.
  private static let errorLimit = 100

  // The schemas of each document by the number of their node, and where each stands.
  private var documents: [(tree: Int, ids: [Int32])] = []
  private var places: [SchemaPlace] = []

  // What references go through: see References.swift.
  var resources: [Resource] = []
  var resourceIndex: [String: Int] = [:]
  var embeddedResources = NodeTable<Int>()
  var areAllDocumentsRead = false
  var references: [ReferenceTable] = []

  // The schema object whose keywords are being compiled.
  private(set) var schema: Node
  private(set) var resource = 0
  private var current = SubschemaParts()
  /// Its keywords before they are compiled; kept for its storage.
  private var own: [OwnKeyword] = []
  private var currentID = 0
  private var childCount = 0

  /// The schemas that look at the same value as the one they are in: from, to, and the keyword's value.
  private var inPlace: [(from: SubschemaID, to: SubschemaID, keyword: Node)] = []
  /// How many schemas each asks about items and entries.
  private var childCounts: [Int] = []
  /// The references that lead back to the schema they stand in.
  private var circularReferences: Set<Node> = []
  private var keyword: Node

  static func compile(
    _ root: Node, registry: SchemaRegistry, options: SchemaOptions
  ) throws(SchemaError) -> Program {
    var compiler = Compiler(root, registry, options, isOnDemand: false)
    try compiler.begin(root)
    return try compiler.compileAll()
  }

  /// Compiles nothing of a schema until a value comes to it.
  static func compileOnDemand(_ root: Node, options: SchemaOptions) throws(SchemaError) -> Program {
    var compiler = Compiler(root, SchemaRegistry(), options, isOnDemand: true)
    try compiler.begin(root)
    return Program(compiler)
  }

  private init(_ root: Node, _ registry: SchemaRegistry, _ options: SchemaOptions, isOnDemand: Bool) {
    self.options = options
    self.registry = registry
    self.isOnDemand = isOnDemand
    schema = root
    keyword = root
  }

  private mutating func begin(_ root: Node) throws(SchemaError) {
    try readDocument(root, uri: options.baseURI, draft: options.draft)
    resource = embeddedResources[root] ?? 0
    _ = try subschema(root)
  }

  private mutating func compileAll() throws(SchemaError) -> Program {
    var dynamicTargets: [[Int: SubschemaID]] = []
    var pending = 0
    repeat {
      while pending < places.count, errors.count < Self.errorLimit {
        childCount = 0
        compile(pending)
        childCounts.append(childCount)
        pending += 1
      }
      dynamicTargets = try compileDynamicTargets()
    } while pending < places.count && errors.count < Self.errorLimit
    if var error = errors.first {
      error.others = errors.dropFirst() + problems
      throw error
    }
    let width = findCircles()
    keepCircularReferences()
    let circularSlots =
      circularReferences.isEmpty
      ? [] : parts.slots.indices.filter { circularReferences.contains(parts.slots[$0].value) }
    return Program(
      parts, resources: resources, dynamicTargets: dynamicTargets, problems: problems,
      circularSlots: Set(circularSlots), width: width, depthLimit: options.depthLimit)
  }

  /// Keeps what is but a reference to itself from being passed over: what follows it must be asked.
  private mutating func keepCircularReferences() {
    if circularReferences.isEmpty { return }
    for case let (id, schema?) in parts.subschemas.enumerated() {
      guard case .reference = schema.content, circularReferences.contains(parts.slots[schema.firstSlot].value)
      else { continue }
      parts.subschemas[id] = Subschema(asking: schema)
    }
  }

  /// Compiles a schema that a value has come to.
  ///
  /// - Precondition: Nothing is wrong with it, it refers to nothing outside of its document, and nothing in that has a
  ///   name of its own.
  mutating func compileOnDemand(_ id: SubschemaID) {
    let resourceCount = resources.count
    compile(id)
    precondition(errors.isEmpty && problems.isEmpty, "a schema that is compiled on demand is wrong")
    precondition(
      resources.count == resourceCount && dynamicNames.isEmpty, "a schema compiled on demand refers elsewhere")
  }
}

// MARK: - For keywords

extension Compiler {
  /// The dialect in force.
  var dialect: Dialect { resources[resource].dialect }

  /// The draft in force.
  var draft: Draft { dialect.draft }

  /// Another keyword's value in the same schema, if the dialect knows it.
  func sibling(_ name: String) -> Node? {
    schema.entry(name)?.value
  }

  /// The number of the schema at a node, to be evaluated for an item or for the value of an entry.
  mutating func subschema(_ node: Node) throws(SchemaError) -> SubschemaID {
    childCount += 1
    return try id(of: node, resource: embeddedResources[node] ?? resource)
  }

  /// The number of the schema at a node, to be evaluated for the same value.
  mutating func subschemaInPlace(_ node: Node) throws(SchemaError) -> SubschemaID {
    let id = try subschema(node)
    childCount -= 1
    noteInPlace(id, keyword)
    return id
  }

  /// Notes a schema that looks at the same value; where it may lead in a circle is asked once all are compiled.
  private mutating func noteInPlace(_ id: SubschemaID, _ keyword: Node) {
    if !isOnDemand { inPlace.append((currentID, id, keyword)) }
  }

  /// The schema that a reference leads to, its number and its resource; `nil` for one that leads nowhere.
  ///
  /// Such a reference is a problem only where a value comes to it: many schemas in use have one.
  /// Where a dynamic one leads in the end only validation will tell.
  mutating func reference(
    _ value: Node, isDynamic: Bool = false
  ) throws(SchemaError) -> (id: SubschemaID, target: SchemaPlace)? {
    guard value.kind == .string else { throw error("must be a text", at: value) }
    let target: SchemaPlace
    do throws(SchemaError) {
      target = try resolve(value)
    } catch {
      problems.append(error)
      return nil
    }
    let id = try id(of: target.node, resource: target.resource)
    if !isDynamic { noteInPlace(id, value) }
    return (id, target)
  }

  /// Whether the last problem is a schema that is not there and need not be.
  var passesOverLastProblem: Bool {
    options.passesOverAbsentSchemas && problems.last?.isAboutAbsentSchema == true
  }

  /// The schemas of a list.
  mutating func subschemasInPlace(_ list: Node) throws(SchemaError) -> [SubschemaID] {
    guard list.kind == .sequence else { throw error("must be a list of schemas", at: list) }
    var ids: [SubschemaID] = []
    for item in list.items { ids.append(try subschemaInPlace(item)) }
    return ids
  }

  /// The number of a key, which every entry with that key will have.
  mutating func key(_ node: Node) -> Int {
    current.usesMembers = true
    return current.keys.insert(node.content)
  }

  /// Says that the keyword looks at the entries of objects.
  mutating func useMembers() {
    current.usesMembers = true
  }

  /// Says that the keyword asks what others have evaluated.
  mutating func trackChildren() {
    current.tracksChildren = true
  }

  /// The number of a name that is looked for through all resources that validation has come through.
  mutating func dynamicName(_ name: String) -> Int {
    if let known = dynamicNames.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) { return known }
    dynamicNames.append(name)
    return dynamicNames.count - 1
  }

  /// A whole number from 0, as limits are.
  func count(_ value: Node) throws(SchemaError) -> Int {
    guard value.kind == .integer || value.kind == .number, let number = DecimalNumber(value.content.span),
      number.isInteger, !number.isNegative
    else { throw error("must be a whole number from 0", at: value) }
    return number.integer ?? .max
  }

  /// A list of texts.
  func strings(_ value: Node) throws(SchemaError) -> [Node] {
    guard value.kind == .sequence else { throw error("must be a list of texts", at: value) }
    for item in value.items where item.kind != .string { throw error("must be a list of texts", at: item) }
    return Array(value.items)
  }

  /// A keyword of the schema at hand that has been compiled before the one that asks.
  func compiled<Other: Keyword>(_ type: Other.Type) -> Other? {
    for keyword in current.keywords {
      if let keyword = keyword as? Other { return keyword }
    }
    return nil
  }

  /// A pattern, compiled.
  mutating func pattern(_ value: Node) throws(SchemaError) -> Pattern {
    let content = value.content
    let known = patternTexts.number(of: content.span)
    if known >= 0 { return patterns[known] }
    let text = value.text
    do throws(PatternError) {
      let pattern = try Pattern(text)
      _ = patternTexts.insert(content)
      patterns.append(pattern)
      return pattern
    } catch {
      throw SchemaError(
        "'\(text)' is no regular expression: \(error.message), after \(error.offset) characters", at: value)
    }
  }

  /// An error about the keyword at hand.
  func error(_ message: String, at node: Node) -> SchemaError {
    SchemaError("'\(keyword.key?.text ?? "schema")' \(message)", at: node)
  }
}

// MARK: - Schemas

extension Compiler {
  private mutating func id(of node: Node, resource: Int) throws(SchemaError) -> SubschemaID {
    let document = number(ofDocument: node.tree)
    let index = Int(node.index)
    let known = documents[document].ids[index]
    if known >= 0 { return Int(known) }
    switch node.kind {
    case .mapping, .boolean: break
    default: throw SchemaError("a schema must be an object, true or false", at: node)
    }
    let id = places.count
    documents[document].ids[index] = Int32(id)
    places.append(SchemaPlace(node: node, resource: resource))
    parts.subschemas.append(nil)
    return id
  }

  private mutating func number(ofDocument tree: SyntaxTree) -> Int {
    // Hardly any schema consists of more than a few.
    let number = tree.number
    for index in documents.indices where documents[index].tree == number { return index }
    documents.append((number, Array(repeating: -1, count: tree.records.count)))
    return documents.count - 1
  }

  private mutating func compile(_ id: SubschemaID) {
    currentID = id
    schema = places[id].node
    resource = places[id].resource
    current.firstSlot = parts.slots.count
    if schema.kind == .mapping { compileKeywords() }
    let content = content
    // Handed over and not copied.
    var finished = SubschemaParts()
    swap(&finished, &current)
    parts.subschemas[id] = Subschema(schema, resource: resource, content, finished)
  }

  /// What the schema at hand comes down to.
  private var content: Subschema.Content {
    if schema.kind != .mapping { return schema.boolean == true ? .everything : .nothing }
    if current.keywords.isEmpty { return .everything }
    // Another resource would have to be entered: dynamic references look through those that were.
    guard current.keywords.count == 1, let target = (current.keywords[0] as? Reference)?.id,
      places[target].resource == resource
    else { return .keywords }
    return .reference(target)
  }

  private mutating func compileKeywords() {
    let dialect = dialect
    let tree = schema.tree
    own.removeAll(keepingCapacity: true)
    for (key, value) in schema.entryIndices where !tree.isRepeated(key) {
      let number = tree.withContent(of: key) { keywords.number(of: $0) }
      guard number >= 0, keywords[number].isKnown(to: dialect) else { continue }
      let keyword = OwnKeyword(number: number, turn: keywords[number].turn, value: value)
      if dialect.draft < .draft2019, keywords[number].type == Reference.self {
        // Up to draft-07 a reference stands alone: what is beside it does not count.
        own = [keyword]
        break
      }
      own.append(keyword)
    }
    current.keywords.reserveCapacity(own.count)
    for turn in KeywordTurn.allCases {
      for index in own.indices where own[index].turn == turn {
        compile(keywords[own[index].number], Node(tree, own[index].value))
      }
    }
  }

  private mutating func compile(_ traits: KeywordTraits, _ value: Node) {
    if errors.count >= Self.errorLimit { return }
    keyword = value
    do throws(SchemaError) {
      guard let compiled = try traits.type.init(value, &self) else { return }
      current.keywords.append(compiled)
      parts.slots.append(Slot(name: traits.name, value: value))
    } catch {
      errors.append(error)
    }
  }

  /// Compiles what dynamic references can lead to, in every resource that has been come across.
  private mutating func compileDynamicTargets() throws(SchemaError) -> [[Int: SubschemaID]] {
    var result: [[Int: SubschemaID]] = []
    for name in dynamicNames {
      var targets: [Int: SubschemaID] = [:]
      for index in resources.indices {
        guard let node = resources[index].dynamicAnchors[name] else { continue }
        targets[index] = try id(of: node, resource: index)
      }
      result.append(targets)
    }
    return result
  }

  /// Looks for schemas that lead back to themselves without looking at another value.
  ///
  /// - Returns: How many schemas the widest asks about one value and what is directly in it. A fan of references, which
  ///   doubles at each level, does not count.
  private mutating func findCircles() -> Int {
    // Schemas are compiled in order, so what one asks in place stands together.
    var edges: [Range<Int>] = Array(repeating: 0..<0, count: places.count)
    for (index, edge) in inPlace.enumerated() {
      edges[edge.from] = edges[edge.from].isEmpty ? index..<index + 1 : edges[edge.from].lowerBound..<index + 1
    }
    var path: [(id: SubschemaID, next: Int)] = []
    var state = [UInt8](repeating: 0, count: places.count)
    var widths = [Int](repeating: 0, count: places.count)
    for start in places.indices where state[start] == 0 {
      path.append((start, 0))
      state[start] = 1
      while let (id, next) = path.last {
        guard next < edges[id].count else {
          state[id] = 2
          widths[id] = min(inPlace[edges[id]].reduce(1 + childCounts[id]) { $0 + widths[$1.to] }, Self.widthLimit)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = inPlace[edges[id].lowerBound + next].to
        if state[target] == 1 {
          noteCircle(
            path.suffix(from: { $0.id == target }).map { inPlace[edges[$0.id].lowerBound + $0.next - 1].keyword })
        } else if state[target] == 0 {
          state[target] = 1
          path.append((target, 0))
        }
      }
    }
    return widths.reduce(0) { $1 < Self.widthLimit ? max($0, $1) : $0 }
  }

  /// What a schema that was meant well does not come near to.
  private static let widthLimit = 200_000

  /// Notes the reference that closes a circle, of which these are the keywords.
  private mutating func noteCircle(_ keywords: [Node]) {
    // Schemas stand inside one another without end only by way of a reference.
    guard let reference = keywords.last(where: { $0.kind == .string }), circularReferences.insert(reference).inserted
    else { return }
    problems.append(
      SchemaError(
        "'\(reference.text)' leads back to the schema it stands in", at: reference,
        help: "remove one of the references of the circle"))
  }
}

extension Array {
  /// The elements from the last one on that is so.
  fileprivate func suffix(from isStart: (Element) -> Bool) -> ArraySlice<Element> {
    self[(lastIndex(where: isStart) ?? endIndex)...]
  }
}

/// A keyword in the schema at hand, before it is compiled: numbers alone, so that sorting them counts no references.
private struct OwnKeyword {
  /// Among all keywords.
  var number: Int
  var turn: KeywordTurn
  /// The index of its value.
  var value: UInt32
}
