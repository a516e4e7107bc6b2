import ManifestSyntax
import ManifestText

/// One run of a program over one document: what the keywords work with.
struct Evaluation {
  let program: Program
  let tree: SyntaxTree

  // The parts of the tree, so that looking at them costs no count of references.
  private let records: [Record]
  private let source: [UInt8]
  private let decodedText: [UInt8]
  private let decodedEnds: [UInt32]

  /// Whether violations are wanted, rather than only whether there are any.
  private(set) var collects: Bool
  private(set) var violations: [Violation] = []
  /// Why the run was given up.
  private(set) var abortion: Violation.Fact?

  /// The place of the keyword that is being asked.
  private var slot = -1
  /// The entries of the object at hand, in `memberStack`, repeated keys left out.
  private(set) var members = 0..<0
  private var memberStack: [Member] = []
  /// The resources entered so far, the outermost first.
  private var scope: [Int]
  /// The references followed to get here.
  private var hops: [Violation.Hop] = []
  private var depth = 0
  /// How many choices among alternatives the reports at hand are inside of.
  private var choices = 0
  private var steps: Int
  /// What has been evaluated of the value at hand; `nil` while nobody asks.
  private var evaluated: EvaluatedChildren?

  /// How many schemas may be evaluated inside one another; each costs about half a kilobyte of stack.
  static let depthLimit = 1_600
  /// How deep alternatives are reported inside of alternatives.
  private static let choiceLimit = 24

  init(_ program: Program, _ root: Node, collects: Bool) {
    self.program = program
    self.collects = collects
    tree = root.tree
    records = tree.records
    source = tree.source.bytes
    decodedText = tree.decodedText
    decodedEnds = tree.decodedEnds
    scope = []
    // Enough for any schema that was meant well; a fan of references doubles at each level and gets there soon.
    steps = 2_000_000 + 500 * tree.records.count
  }
}

/// An entry of an object, with the number of its key among those that the schema speaks of.
struct Member {
  var key: Instance
  var value: Instance
  /// -1 for a key that the schema does not name.
  var number: Int
}

// MARK: - Schemas

extension Evaluation {
  /// Whether a value is valid by a schema that looks at the same value as the one it is in.
  mutating func accepts(_ id: SubschemaID, _ instance: Instance) -> Bool {
    let program = program
    switch program.subschemas[id].content {
    case .everything: return true
    case .nothing:
      if collects { reportForbidden(id, instance) }
      return false
    case .keywords: break
    }
    guard abortion == nil else { return false }
    if depth >= Self.depthLimit { return abort(.tooDeep) }
    if steps <= 0 { return abort(.tooCostly) }
    depth += 1
    steps -= 1
    let (outerSlot, outerMembers, outerEvaluated) = (slot, members, evaluated)
    let resource = program.subschemas[id].resource
    let entersResource = scope.last != resource
    if entersResource { scope.append(resource) }
    let usesMembers = program.subschemas[id].usesMembers && records[instance.index].kind == .mapping
    if usesMembers { collectMembers(of: instance, id) }
    let tracksChildren = program.subschemas[id].tracksChildren
    if tracksChildren { evaluated = EvaluatedChildren() }

    var isValid = true
    for index in program.subschemas[id].slots {
      slot = index
      if !program.slots[index].keyword.accepts(instance, &self) {
        isValid = false
        if !collects { break }
      }
    }

    if tracksChildren {
      let own = evaluated
      evaluated = outerEvaluated
      if let own { evaluated?.formUnion(own) }
    }
    if usesMembers { memberStack.removeLast(members.count) }
    if entersResource { scope.removeLast() }
    (slot, members) = (outerSlot, outerMembers)
    depth -= 1
    return isValid && abortion == nil
  }

  /// Whether an item or the value of an entry is valid by a schema.
  mutating func acceptsChild(_ id: SubschemaID, _ child: Instance) -> Bool {
    guard evaluated != nil else { return accepts(id, child) }
    let outer = evaluated
    evaluated = nil
    defer { evaluated = outer }
    return accepts(id, child)
  }

  /// Whether a value is valid by a schema that may refuse it without making it invalid; nothing is reported.
  mutating func agrees(_ id: SubschemaID, _ instance: Instance) -> Bool {
    let (outerCollects, outerEvaluated) = (collects, evaluated)
    collects = false
    defer { collects = outerCollects }
    if accepts(id, instance) { return true }
    evaluated = outerEvaluated
    return false
  }

  /// As `agrees`, for an item or the value of an entry.
  mutating func agreesChild(_ id: SubschemaID, _ child: Instance) -> Bool {
    let outer = collects
    collects = false
    defer { collects = outer }
    return acceptsChild(id, child)
  }

  /// Evaluates one of several alternatives: what it refuses is handed out rather than reported.
  mutating func branch(_ id: SubschemaID, _ instance: Instance) -> [Violation] {
    let (outerViolations, outerEvaluated) = (violations, evaluated)
    violations = []
    defer { violations = outerViolations }
    if !accepts(id, instance) {
      evaluated = outerEvaluated
      // A run that was given up has no violation of its own.
      if violations.isEmpty {
        let fact = abortion ?? .forbidden
        report(fact, at: instance)
      }
    }
    return violations
  }

  /// Evaluates all alternatives, each with what it refuses; none where choices are nested too deep to be told.
  mutating func branches(_ ids: [SubschemaID], _ instance: Instance) -> [Violation.Branch] {
    guard choices < Self.choiceLimit else { return [] }
    choices += 1
    defer { choices -= 1 }
    return ids.map { id in
      Violation.Branch(
        schemaNode: program.subschemas[id].node, violations: branch(id, instance), profile: profile(id, instance))
    }
  }

  /// Follows a reference.
  mutating func acceptsReference(_ id: SubschemaID, _ instance: Instance) -> Bool {
    guard collects else { return accepts(id, instance) }
    hops.append(Violation.Hop(reference: program.slots[slot].value, target: program.subschemas[id].node))
    defer { hops.removeLast() }
    return accepts(id, instance)
  }

  /// The schema that a dynamic reference leads to: the one of the outermost resource that has the name.
  func dynamicTarget(_ name: Int) -> SubschemaID? {
    let targets = program.dynamicTargets[name]
    for resource in scope {
      if let target = targets[resource] { return target }
    }
    return nil
  }

  private mutating func abort(_ fact: Violation.Fact) -> Bool {
    if abortion == nil { abortion = fact }
    return false
  }

  /// Gives the run up: the answer would cost too much.
  mutating func giveUp() -> Bool { abort(.tooCostly) }
}

// MARK: - Reporting

extension Evaluation {
  /// Reports that the keyword at hand is broken, if reports are wanted; `false`, for a keyword to return.
  @discardableResult
  mutating func report(_ fact: @autoclosure () -> Violation.Fact, at instance: Instance, key: Instance? = nil) -> Bool {
    guard collects else { return false }
    let slot = slot >= 0 ? program.slots[slot] : nil
    append(fact(), at: instance, key: key, keyword: slot?.name ?? "false", schemaNode: slot?.value, rule: slot?.rule)
    return false
  }

  /// Reports that another keyword, which the one at hand looks after, is broken.
  mutating func report(_ fact: @autoclosure () -> Violation.Fact, at instance: Instance, keyword: Node) -> Bool {
    guard collects else { return false }
    let name = keyword.key?.text ?? ""
    let rule = keyword.parent?["x-rule"]?[name]?.string
    append(fact(), at: instance, key: nil, keyword: name, schemaNode: keyword, rule: rule)
    return false
  }

  /// Reports a value that a `false` stands for: at its key, if it has one.
  private mutating func reportForbidden(_ id: SubschemaID, _ instance: Instance) {
    let slot = slot >= 0 ? program.slots[slot] : nil
    let node = node(instance)
    let key = node.key
    let object = key == nil ? nil : node.parent.map { Instance(index: Int($0.index)) }
    append(
      .forbidden, at: object ?? instance, key: object == nil ? nil : key.map { Instance(index: Int($0.index)) },
      keyword: slot?.name ?? "false", schemaNode: program.subschemas[id].node, rule: slot?.rule)
  }

  private mutating func append(
    _ fact: Violation.Fact, at instance: Instance, key: Instance?, keyword: String, schemaNode: Node?, rule: String?
  ) {
    let schema = schemaNode ?? program.subschemas[0].node
    violations.append(
      Violation(
        node: node(instance), key: key.map { node($0) }, keyword: keyword, fact: fact, rule: rule, schemaNode: schema,
        hops: hops, resource: program.resources[scope.last ?? 0]))
  }
}

// MARK: - Evaluated children

extension Evaluation {
  /// Whether annotations are wanted, so that no schema may be left out.
  var isTracing: Bool { false }

  /// Whether somebody will ask what was evaluated.
  var tracksChildren: Bool { evaluated != nil }

  /// Notes that an item or entry has been dealt with.
  mutating func noteEvaluated(_ child: Instance) {
    evaluated?.insert(Int(records[child.index].ordinal))
  }

  /// Notes that all items or entries have been dealt with.
  mutating func noteAllEvaluated() {
    evaluated?.insertAll()
  }

  /// Whether an item or entry has been dealt with.
  func isEvaluated(_ child: Instance) -> Bool {
    evaluated?.contains(Int(records[child.index].ordinal)) ?? false
  }
}

// MARK: - Values

extension Evaluation {
  /// The value as others see it.
  func node(_ instance: Instance) -> Node { Node(tree, UInt32(instance.index)) }

  /// What a value is; a key is a string, whatever YAML takes it for.
  func kind(_ instance: Instance) -> Node.Kind {
    let record = records[instance.index]
    if record.flags.contains(.isKey), record.kind != .sequence, record.kind != .mapping { return .string }
    return record.kind
  }

  /// Lets a closure look at the bytes of a scalar's content.
  func withContent<Result>(_ instance: Instance, _ body: (Span<UInt8>) -> Result) -> Result {
    let record = records[instance.index]
    if record.flags.contains(.isDecoded) {
      let start = record.link == 0 ? 0 : decodedEnds[Int(record.link) - 1]
      return body(decodedText.span.extracting(Int(start)..<Int(decodedEnds[Int(record.link)])))
    }
    let isQuoted = record.style == .singleQuoted || record.style == .doubleQuoted
    let quote: UInt32 = isQuoted ? 1 : 0
    return body(source.span.extracting(Int(record.start + quote)..<Int(record.end - quote)))
  }

  /// The text of a scalar.
  func text(_ instance: Instance) -> String { node(instance).text }

  /// The number that a value is, by value.
  func number(_ instance: Instance) -> DecimalNumber? {
    withContent(instance) { DecimalNumber($0) }
  }

  /// The number that a value is, if it is written as a plain whole number that an `Int` can hold.
  func smallInteger(_ instance: Instance) -> Int? {
    withContent(instance) { text in
      guard text.count <= 18, text.count > 0 else { return nil }
      var value = 0
      let isNegative = text[0] == UInt8(ascii: "-")
      guard !isNegative || text.count > 1 else { return nil }
      for index in (isNegative ? 1 : 0)..<text.count {
        guard case UInt8(ascii: "0")...UInt8(ascii: "9") = text[index] else { return nil }
        value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
      }
      return isNegative ? -value : value
    }
  }

  /// How many Unicode scalars a text has.
  func length(_ instance: Instance) -> Int {
    withContent(instance) { text in
      var count = 0
      for index in text.indices where text[index] & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }

  /// How many bytes a text has: never fewer than scalars.
  func byteCount(_ instance: Instance) -> Int {
    withContent(instance) { $0.count }
  }

  /// The first item of a list, to be followed by `item(after:)`; `nil` at the end.
  func firstItem(_ list: Instance) -> Instance? {
    list.index + 1 < end(list) ? Instance(index: list.index + 1) : nil
  }

  func item(after item: Instance, in list: Instance) -> Instance? {
    let next = end(item)
    return next < end(list) ? Instance(index: next) : nil
  }

  /// How many items a list has.
  func itemCount(_ list: Instance) -> Int {
    var count = 0
    var item = firstItem(list)
    while let current = item {
      count += 1
      item = self.item(after: current, in: list)
    }
    return count
  }

  /// The index after the value and all below it.
  private func end(_ instance: Instance) -> Int {
    let record = records[instance.index]
    return record.kind == .sequence || record.kind == .mapping ? Int(record.link) : instance.index + 1
  }

  /// Looks the keys of an object up, once for all keywords of the schema.
  private mutating func collectMembers(of object: Instance, _ id: SubschemaID) {
    let start = memberStack.count
    let end = end(object)
    var key = Instance(index: object.index + 1)
    while key.index < end {
      let value = Instance(index: self.end(key))
      let record = records[key.index]
      if !record.flags.contains(.isRepeated), !record.flags.contains(.isMergeKey) {
        var number = -1
        if record.kind != .sequence, record.kind != .mapping {
          number = withContent(key) { program.subschemas[id].keys.number(of: $0) }
        }
        memberStack.append(Member(key: key, value: value, number: number))
      }
      key = Instance(index: self.end(value))
    }
    members = start..<memberStack.count
  }

  /// The entries of a value, for a keyword that has said it looks at them; none for anything but an object.
  func members(of instance: Instance) -> Range<Int> {
    records[instance.index].kind == .mapping ? members : 0..<0
  }

  /// An entry of the object at hand.
  func member(_ index: Int) -> Member { memberStack[index] }
}
