import ManifestSyntax
import ManifestText

/// One run of a program over one document: what the keywords work with.
///
/// An object, since it is handed down to every keyword: as a value it would be taken apart into registers at each
/// call, and fill the stack that deep values need.
final class Evaluation {
  let program: Program
  let tree: SyntaxTree
  /// What of the program had been compiled when it was last asked.
  private(set) var parts: ProgramParts

  // The parts of the tree, so that looking at them costs no count of references.
  private let records: [Record]
  private let source: [UInt8]
  private let decodedText: [UInt8]
  private let decodedEnds: [UInt32]

  /// Whether violations are wanted, rather than only whether there are any.
  private(set) var collects: Bool
  private(set) var violations: [Violation] = []
  /// Why the run was given up.
  private(set) var abortion: Violation?
  private var isAborted = false

  /// The place of the keyword that is being asked.
  private var slot = -1
  /// The entries of the object at hand, in `memberStack`, repeated keys left out.
  private(set) var members = 0..<0
  private var memberStack: [Member] = []
  /// The resources entered so far, the outermost first.
  private var scope: [Int] = []
  /// The innermost of them; -1 at the start.
  private var resource = -1
  /// The references followed to get here.
  private var hops: [Violation.Hop] = []
  /// Why the keywords at hand apply, where they do not always.
  private var conditions: [Violation.Condition] = []
  /// Why the last refusal may be none: a schema that could not be had.
  ///
  /// Only asked for where a program lacks schemas.
  private(set) var unanswered: Violation?
  /// The values that came to schemas which are not there and were passed over.
  private(set) var unchecked: [Violation] = []
  /// The references of circles that are being followed, each with the value.
  private var circles: Set<Refusal> = []
  private var depth = 0
  /// How many choices among alternatives the reports at hand are inside of.
  private var choices = 0
  private var steps: Int
  /// The steps of regular expressions that are left, for all texts together.
  var patternSteps: Int
  /// The schemas that have reported all they refuse, each with the value: asked again, they would say the same.
  private var refusals: Set<Refusal> = []
  /// The keys that a keyword lets be, by its place: told with each that it refuses.
  private var knownKeys: [Int: [String]] = [:]
  /// What tells many alternatives apart, by the place of their keyword.
  private var largeChoices: [Int: LargeChoice?] = [:]
  /// Whether what is found only follows from what was found before.
  private var isFollowingUp = false
  /// What has been evaluated of the value at hand; `nil` while nobody asks.
  private var evaluated: EvaluatedChildren?
  /// What wants to know of every schema that is evaluated; `nil` for nobody.
  private var recorder: (any EvaluationRecorder)?
  /// Whether annotations are wanted, so that no schema may be left out.
  let isTracing: Bool
  private let depthLimit: Int
  /// How deep alternatives are reported inside of alternatives.
  private static let choiceLimit = 24
  /// How many violations are told of a document.
  private static let violationLimit = 10_000

  init(_ program: Program, _ root: Node, collects: Bool, recorder: (any EvaluationRecorder)? = nil) {
    self.program = program
    parts = program.parts
    self.collects = collects
    self.recorder = recorder
    isTracing = recorder != nil
    depthLimit = program.depthLimit
    tree = root.tree
    records = tree.records
    source = tree.source.bytes
    decodedText = tree.decodedText
    decodedEnds = tree.decodedEnds
    steps = program.stepLimit(nodeCount: tree.records.count)
    patternSteps = Pattern.runLimit(nodeCount: tree.records.count, byteCount: tree.source.bytes.count)
  }
}

/// A schema that has refused a value.
private struct Refusal: Hashable {
  var id: SubschemaID
  var instance: Int
}

/// An entry of an object, with the number of its key among those that the schema speaks of.
struct Member {
  var key: Instance
  var value: Instance
  /// -1 for a key that the schema does not name.
  var number: Int
  /// Whether a pattern of `patternProperties` is found in the key.
  var isMatched = false
}

// MARK: - Schemas

extension Evaluation {
  /// A schema by its number.
  func subschema(_ id: SubschemaID) -> Subschema {
    if id < parts.subschemas.count, let known = parts.subschemas[id] { return known }
    return compile(id)
  }

  @inline(never)
  private func compile(_ id: SubschemaID) -> Subschema {
    // Let go of, so that they need not be copied to go on.
    parts = ProgramParts()
    parts = program.parts(with: id)
    return parts[id]
  }

  /// Whether a value is valid by a schema that looks at the same value as the one it is in.
  func accepts(_ id: SubschemaID, _ instance: Instance) -> Bool {
    var schema = subschema(id)
    var id = id
    var hops = 0
    // A schema that is but a reference takes no place on the stack.
    while case .reference(let target) = schema.content, !collects, hops < 16 {
      id = target
      schema = subschema(target)
      hops += 1
    }
    switch schema.content {
    case .everything: if !isTracing { return true }
    case .nothing:
      if collects { reportForbidden(id, instance) }
      return false
    case .keywords, .reference: break
    }
    if isAborted { return false }
    if depth >= depthLimit { return giveUp(.tooDeep, at: instance) }
    if steps <= 0 { return giveUp(.tooCostly, at: instance) }
    // What a schema says may depend on the way to it, where names are looked up from the outside in.
    let remembersRefusal = collects && !isTracing && evaluated == nil && program.dynamicTargets.isEmpty
    if remembersRefusal, hasRefused(id, instance) { return false }
    depth += 1
    steps -= 1
    let (outerSlot, outerMembers) = (slot, members)
    let entersResource = schema.resource != resource
    if entersResource { enter(schema.resource) }
    let usesMembers = schema.usesMembers && records[instance.index].kind == .mapping
    if usesMembers { collectMembers(of: instance, schema) }
    let isValid: Bool
    if schema.tracksChildren || isTracing || (collects && evaluated != nil) {
      isValid = askWithNotes(schema, id, instance, outerSlot)
    } else {
      isValid = ask(schema, instance)
    }
    if usesMembers { memberStack.removeLast(members.count) }
    if entersResource { leaveResource() }
    (slot, members) = (outerSlot, outerMembers)
    depth -= 1
    if remembersRefusal, !isValid { noteRefusal(id, instance) }
    return isValid && !isAborted
  }

  // Out of line, so that the frames of schemas inside one another stay small.
  @inline(never)
  private func hasRefused(_ id: SubschemaID, _ instance: Instance) -> Bool {
    refusals.contains(Refusal(id: id, instance: instance.index))
  }

  @inline(never)
  private func noteRefusal(_ id: SubschemaID, _ instance: Instance) {
    refusals.insert(Refusal(id: id, instance: instance.index))
  }

  /// Asks the keywords of a schema, until one refuses the value or, if all is to be told, to the last.
  private func ask(_ schema: Subschema, _ instance: Instance) -> Bool {
    var isValid = true
    // As a span, so that asking a keyword counts no references.
    let all = schema.keywords
    let keywords = all.span
    for index in keywords.indices {
      slot = schema.firstSlot + index
      if !keywords[index].accepts(instance, self) {
        isValid = false
        if !collects { break }
        if isTracing { recorder?.fail(slot: schema.firstSlot + index) }
      }
    }
    return isValid
  }

  /// As `ask`, where somebody notes what is evaluated.
  private func askWithNotes(_ schema: Subschema, _ id: SubschemaID, _ instance: Instance, _ outerSlot: Int) -> Bool {
    let outer = evaluated
    if schema.tracksChildren { evaluated = EvaluatedChildren() }
    recorder?.begin(id, instance, slot: outerSlot, hops: hops)
    let isValid = ask(schema, instance)
    recorder?.end(isValid: isValid && !isAborted)
    if schema.tracksChildren || !isValid {
      let own = evaluated
      evaluated = outer
      if let own { isValid ? evaluated?.formUnion(own) : evaluated?.noteRefused(own) }
    }
    return isValid
  }

  private func enter(_ resource: Int) {
    scope.append(resource)
    self.resource = resource
  }

  private func leaveResource() {
    scope.removeLast()
    resource = scope.last ?? -1
  }

  /// Whether an item or the value of an entry is valid by a schema.
  func acceptsChild(_ id: SubschemaID, _ child: Instance) -> Bool {
    guard let outer = evaluated else { return accepts(id, child) }
    evaluated = nil
    defer { evaluated = outer }
    return accepts(id, child)
  }

  /// Whether a value is valid by a schema that may refuse it without making it invalid; nothing is reported.
  func agrees(_ id: SubschemaID, _ instance: Instance) -> Bool {
    let (outerCollects, outerEvaluated, uncheckedCount) = (collects, evaluated, unchecked.count)
    collects = isTracing
    defer { collects = outerCollects }
    if accepts(id, instance) { return true }
    evaluated = outerEvaluated
    // What refuses a value for another reason has left nothing open.
    if unchecked.count > uncheckedCount { unchecked.removeLast(unchecked.count - uncheckedCount) }
    return false
  }

  /// As `agrees`, for an item or the value of an entry.
  func agreesChild(_ id: SubschemaID, _ child: Instance) -> Bool {
    let outer = collects
    collects = isTracing
    defer { collects = outer }
    return acceptsChild(id, child)
  }

  /// As `agrees`, for a schema whose refusal is no error even if the keyword fails.
  func holds(_ id: SubschemaID, _ instance: Instance) -> Bool {
    if isTracing { recorder?.expectCondition() }
    return agrees(id, instance)
  }

  /// Evaluates one of several alternatives: what it refuses is handed out rather than reported.
  func branch(_ id: SubschemaID, _ instance: Instance) -> [Violation] {
    let (outerViolations, outerEvaluated, outerRefusals) = (violations, evaluated, refusals)
    violations = []
    refusals = []
    defer { (violations, refusals) = (outerViolations, outerRefusals) }
    if !accepts(id, instance) {
      evaluated = outerEvaluated
      // A run that was given up has no violation of its own.
      if violations.isEmpty, let abortion { violations.append(abortion) }
    }
    return violations
  }

  /// Evaluates all alternatives, each with what it refuses; none where choices are nested too deep to be told.
  func branches(_ ids: [SubschemaID], _ instance: Instance, matched: [Int] = []) -> [Violation.Branch] {
    guard choices < Self.choiceLimit, !isTracing else { return [] }
    choices += 1
    defer { choices -= 1 }
    if ids.count <= Self.branchLimit { return ids.indices.map { branch(at: $0, ids, instance) } }
    if !matched.isEmpty { return matched.prefix(Self.branchLimit).map { branch(at: $0, ids, instance) } }
    let slot = slot
    let known = largeChoices[slot]
    let choice = known ?? largeChoice(ids)
    if known == nil { largeChoices[slot] = .some(choice) }
    return choice.map { branches(of: $0, ids, instance) } ?? []
  }

  /// One of several alternatives, with what it refuses.
  func branch(at position: Int, _ ids: [SubschemaID], _ instance: Instance) -> Violation.Branch {
    let id = ids[position]
    return Violation.Branch(
      schemaNode: subschema(id).node, violations: branch(id, instance), profile: profile(id, instance),
      position: position, isAboutObjects: isAboutObjects(id))
  }

  /// Takes something off the steps that are left; `false` if they do not suffice.
  func spend(_ count: Int) -> Bool {
    steps -= count
    return steps > 0
  }

  /// Whether a value is valid by a schema that applies only under a condition.
  func accepts(
    _ id: SubschemaID, _ instance: Instance, because kind: @autoclosure () -> Violation.Condition.Kind, _ schema: Node
  ) -> Bool {
    guard collects else { return accepts(id, instance) }
    conditions.append(Violation.Condition(kind: kind(), schemaNode: schema, node: node(instance), hopCount: hops.count))
    defer { conditions.removeLast() }
    return accepts(id, instance)
  }

  /// Follows a reference.
  func acceptsReference(_ id: SubschemaID, _ instance: Instance) -> Bool {
    if program.circularSlots.isEmpty || !program.circularSlots.contains(slot) { return follow(id, instance) }
    let step = Refusal(id: id, instance: instance.index)
    guard circles.insert(step).inserted else { return cannotTell(.loopingReference, at: instance) }
    defer { circles.remove(step) }
    return follow(id, instance)
  }

  private func follow(_ id: SubschemaID, _ instance: Instance) -> Bool {
    guard collects else { return accepts(id, instance) }
    // The keyword of the reference takes part only by where it stands.
    hops.append(Violation.Hop(reference: parts.slots[slot].value, target: subschema(id).node))
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

  /// Refuses a value since the schema for it cannot be had, which whoever turns a refusal round must know.
  @inline(never)
  func cannotTell(_ fact: Violation.Fact, at instance: Instance) -> Bool {
    let violation = violation(fact, at: instance)
    unanswered = violation
    if collects, !isAborted { append(violation) }
    return false
  }

  /// Whether a value is accepted that comes to a schema which is not there.
  @inline(never)
  func acceptsWithoutSchema(_ instance: Instance, isPassedOver: Bool) -> Bool {
    guard isPassedOver else { return cannotTell(.unresolvedReference, at: instance) }
    if unchecked.count < Self.violationLimit { unchecked.append(violation(.absentSchema, at: instance)) }
    return true
  }

  /// Begins a question a refusal of which is no error in itself; what is returned is given to its end.
  func beginQuestion() -> Violation? {
    guard program.lacksSchemas else { return nil }
    defer { unanswered = nil }
    return unanswered
  }

  /// Ends a question: whether it is without an answer, for want of a schema, which is reported.
  func isWithoutAnswer(_ outer: Violation?, unless isCertain: Bool) -> Bool {
    guard program.lacksSchemas else { return false }
    guard let unanswered, !isCertain else {
      unanswered = outer
      return false
    }
    if collects, !isAborted { append(unanswered) }
    return true
  }

  /// Gives the run up, since the answer cannot be had.
  @inline(never)
  func giveUp(_ fact: Violation.Fact, at instance: Instance) -> Bool {
    if !isAborted { abortion = violation(fact, at: instance) }
    isAborted = true
    return false
  }
}

// MARK: - Reporting

extension Evaluation {
  /// Reports that the keyword at hand is broken, if reports are wanted; `false`, for a keyword to return.
  @inline(__always)
  func report(_ fact: @autoclosure () -> Violation.Fact, at instance: Instance, key: Instance? = nil) -> Bool {
    guard collects, !isAborted else { return false }
    append(fact(), at: instance, key: key)
    return false
  }

  // Out of line, so that the frames of keywords stay small.
  @inline(never)
  private func append(_ fact: Violation.Fact, at instance: Instance, key: Instance?) {
    append(violation(fact, at: instance, key: key))
  }

  /// Reports what was found aside.
  func pass(on violation: Violation) {
    if !isAborted { append(violation) }
  }

  private func append(_ violation: Violation) {
    // Each keeps the references on the way to it.
    steps -= 1 + hops.count
    if choices == 0, !isTracing, violations.count >= Self.violationLimit {
      _ = giveUp(.tooMany(limit: Self.violationLimit), at: Instance(index: Int(violation.node.index)))
      return
    }
    if !isTracing { violations.append(violation) } else { recorder?.add(violation) }
  }

  /// The keys that the keyword at hand lets be, made once.
  func knownKeys(_ make: () -> [String]) -> [String] {
    if let known = knownKeys[slot] { return known }
    let known = make()
    knownKeys[slot] = known
    return known
  }

  /// Tells what a keyword has to say of a valid value, if somebody wants to know.
  @inline(__always)
  func annotate(_ value: @autoclosure () -> Annotation.Value, at instance: Instance) {
    if isTracing { append(annotation: value(), at: instance) }
  }

  @inline(never)
  private func append(annotation: Annotation.Value, at instance: Instance) {
    let slot = parts.slots[slot]
    let annotation = Annotation(
      node: node(instance), keyword: slot.name, value: annotation, schemaNode: slot.value, hops: hops,
      resource: program.resources[scope.last ?? 0])
    recorder?.add(annotation)
  }

  /// Reports that another keyword, which the one at hand looks after, is broken.
  @inline(never)
  func report(_ fact: Violation.Fact, at instance: Instance, keyword: Node) -> Bool {
    guard collects, !isAborted else { return false }
    var violation = violation(fact, at: instance)
    violation.keyword = keyword.key?.text ?? ""
    violation.schemaNode = keyword
    violation.rule = Self.rule(for: violation.keyword, keyword)
    append(violation)
    return false
  }

  /// The lint rule that reports a keyword better, by the `x-rule` beside it.
  private static func rule(for keyword: String, _ value: Node) -> String? {
    value.parent?["x-rule"]?[keyword]?.string
  }

  /// Reports a value that a `false` stands for: at its key, if it has one.
  @inline(never)
  private func reportForbidden(_ id: SubschemaID, _ instance: Instance) {
    let node = node(instance)
    let key = node.key.map { Instance(index: Int($0.index)) }
    let object = key == nil ? nil : node.parent.map { Instance(index: Int($0.index)) }
    var violation = violation(.forbidden, at: object ?? instance, key: object == nil ? nil : key)
    violation.schemaNode = subschema(id).node
    recorder?.begin(id, instance, slot: slot, hops: hops)
    append(violation)
    recorder?.end(isValid: false)
  }

  @inline(never)
  private func violation(_ fact: Violation.Fact, at instance: Instance, key: Instance? = nil) -> Violation {
    let slot = slot >= 0 ? parts.slots[slot] : nil
    var violation = Violation(
      node: node(instance), key: key.map { node($0) }, keyword: slot?.name ?? "false", fact: fact,
      rule: slot.flatMap { Self.rule(for: $0.name, $0.value) },
      schemaNode: slot?.value ?? subschema(0).node, conditions: conditions, hops: hops,
      resource: program.resources[scope.last ?? 0])
    violation.isConsequence = isFollowingUp
    return violation
  }
}

// MARK: - Evaluated children

extension Evaluation {
  /// Whether somebody will ask what was evaluated.
  var tracksChildren: Bool { evaluated != nil }

  /// Notes that an item or entry has been dealt with.
  func noteEvaluated(_ child: Instance) {
    evaluated?.insert(Int(records[child.index].ordinal))
  }

  /// Notes that all items or entries have been dealt with.
  func noteAllEvaluated() {
    evaluated?.insertAll()
  }

  /// Asks about an item or entry that nobody has dealt with, or only a schema that refused the value.
  ///
  /// In the latter case, what is found only follows from that.
  func asUnevaluated(_ child: Instance, _ ask: () -> Bool) -> Bool {
    let outer = isFollowingUp
    isFollowingUp = outer || evaluated?.isRefused(Int(records[child.index].ordinal)) ?? false
    defer { isFollowingUp = outer }
    return ask()
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
    if record.has(RecordFlag.isKey), record.kind != .sequence, record.kind != .mapping { return .string }
    return record.kind
  }

  /// Lets a closure look at the bytes of a scalar's content.
  func withContent<Result>(_ instance: Instance, _ body: (Span<UInt8>) -> Result) -> Result {
    let record = records[instance.index]
    if record.has(RecordFlag.isDecoded) {
      let start = record.link == 0 ? 0 : decodedEnds[Int(record.link) - 1]
      let decodedText = decodedText
      return body(decodedText.span.extracting(Int(start)..<Int(decodedEnds[Int(record.link)])))
    }
    let isQuoted = record.style == .singleQuoted || record.style == .doubleQuoted
    let quote: UInt32 = isQuoted ? 1 : 0
    let source = source
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
  @inline(never)
  private func collectMembers(of object: Instance, _ schema: Subschema) {
    let start = memberStack.count
    let end = end(object)
    var key = Instance(index: object.index + 1)
    while key.index < end {
      let value = Instance(index: self.end(key))
      let record = records[key.index]
      if !record.has(RecordFlag.isRepeated), !record.has(RecordFlag.isMergeKey) {
        var number = -1
        if record.kind != .sequence, record.kind != .mapping {
          number = withContent(key) { schema.keys.number(of: $0) }
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

  /// Notes that a pattern is found in a key.
  func noteMatched(_ index: Int) {
    memberStack[index].isMatched = true
  }

  /// An entry of the object at hand.
  func member(_ index: Int) -> Member { memberStack[index] }
}
