import ManifestSyntax
import ManifestText

extension Violation {
  /// What is wrong, in one line that a person understands without the schema.
  public var message: String {
    statement + (reason.map { " (because \($0))" } ?? "")
  }

  /// Why the keyword applies, where that is not always so and was decided close by.
  private var reason: String? {
    if isIncomplete { return nil }
    let close = conditions.suffix(8).filter(isReason)
    let all = close.map { $0.facts(exceptOf: node == $0.node ? nil : node) }
    var facts: [String] = []
    for fact in all.joined() where !facts.contains(fact) { facts.append(fact) }
    // Of many conditions inside one another, the innermost decided.
    if facts.count > 4 { facts = all.last ?? [] }
    // That a key is there needs no reason.
    if facts.isEmpty, let last = close.last, node != last.node, !last.facts(exceptOf: nil).isEmpty { return nil }
    return facts.isEmpty ? close.last?.outcome : Self.list(facts, "and", quoted: false)
  }

  private func isReason(_ condition: Condition) -> Bool {
    // A key that is refused as a whole: what was looked at is its value.
    if case .forbidden = fact, let key, key.value == condition.node { return true }
    // What a single value is, is said of it anyway.
    guard node == condition.node ? !node.isScalar : node.parent == condition.node else { return false }
    switch condition.kind {
    // That a key may not stand where it stands needs no reason.
    case .key(let key): return key != self.key
    // What is not there says little about the schema of another kind of thing.
    case .unmet: return hops.count <= condition.hopCount
    case .met: return true
    }
  }

  /// What is wrong, whatever the reason.
  var statement: String {
    switch fact {
    case .required(let missing), .dependentRequired(_, let missing):
      let needed = "\(Self.list(missing, "and")) \(missing.count == 1 ? "is" : "are") missing"
      if case .dependentRequired(let key, _) = fact {
        return needed + "; '\(Self.excerpt(key))' needs \(missing.count == 1 ? "it" : "them")"
      }
      return needed
    case .requiredOneOf(let keys):
      return keys.allSatisfy { $0.count == 1 }
        ? "one of \(Self.list(keys.map { $0[0] }, "or")) is missing"
        : "one of these is missing: " + keys.map { Self.list($0, "and") }.joined(separator: "; or ")
    case .unknownKey(let key, _):
      let patterns = keyPatterns
      let hint = patterns.isEmpty || suggestion != nil ? "" : "; it does not match \(Self.alternatives(patterns))"
      return "unknown key '\(Self.excerpt(key))'\(hint)"
    case .propertyName(let violations):
      let reason = violations.first?.predicate ?? "is not allowed"
      return "the key '\(Self.excerpt(key?.text ?? ""))' \(reason)"
    case .negated:
      let names = Self.forbiddenKeys(schemaNode, in: node).map(\.text)
      if names.isEmpty { return "\(subject) \(predicate)" }
      return
        "\(Self.list(names, "and")) \(names.count == 1 ? "is" : "are") not allowed \(names.count > 1 ? "together" : "here")"
    case .forbidden:
      return key.map { "the key '\(Self.excerpt($0.text))' is not allowed here" } ?? "\(subject) is not allowed here"
    case .unexpectedItem(let limit):
      guard let limit, limit > 0 else { return "\(subject) is not allowed here" }
      return "the list has more than \(limit) \(limit == 1 ? "item" : "items")"
    case .unresolvedReference:
      return "\(subject) cannot be checked: '\(Self.excerpt(schemaNode.text))' leads to no schema"
    case .absentSchema:
      return "\(subject) is not checked by '\(Self.excerpt(schemaNode.text))': no such schema is known"
    case .loopingReference:
      return "\(subject) cannot be checked: '\(Self.excerpt(schemaNode.text))' leads back to itself"
    case .tooDeep: return "validation was given up, and errors may be missing: too many schemas lead into one another"
    case .tooMany(let limit): return "validation was given up: there are more than these \(limit) errors"
    case .tooCostly: return "validation was given up, and errors may be missing: the schema takes too many steps"
    case .branches(let branches, let matched):
      let keys = matched.count > 1 ? exclusiveKeys : matched.isEmpty ? rivalKeys(branches) : nil
      return keys.map { "only one of \(Self.list($0, "and")) is allowed" } ?? "\(subject) \(predicate)"
    default: return "\(subject) \(predicate)"
    }
  }

  /// The patterns of which a key has to match one, as far as an author may have had one in mind.
  private var keyPatterns: [String] {
    guard keyword == "additionalProperties", let schema = schemaNode.parent, let patterns = schema["patternProperties"]
    else { return [] }
    let texts = patterns.entries.map(\.key.text).filter { !$0.hasPrefix("^x-") && !$0.hasPrefix("^(x-") }
    return texts.count <= 2 ? texts.map { Self.excerpt($0, length: 80) } : []
  }

  /// What the message speaks of.
  private var subject: String {
    if node.isKey { return "the key '\(Self.excerpt(node.text))'" }
    if let key = node.key { return "'\(Self.excerpt(key.text))'" }
    return node.parent == nil ? "the document" : "item \(node.ordinal + 1)"
  }

  /// What is wrong with the subject.
  var predicate: String {
    switch fact {
    case .type(let expected, let actual):
      return "must be \(Self.alternatives(expected.map(Self.typeName))), not \(Self.typeName(actual))"
    case .enumeration(let allowed): return "must be \(Self.values(allowed))\(actualValue)"
    case .constant(let value): return "must be \(Self.value(value))\(actualValue)"
    case .length(let limit, let actual): return "has \(Self.count(actual, "character")); \(Self.bounds(limit))"
    case .itemCount(let limit, let actual): return "has \(Self.count(actual, "item")); \(Self.bounds(limit))"
    case .propertyCount(let limit, let actual):
      return "has \(actual == 1 ? "1 entry" : "\(actual) entries"); \(Self.bounds(limit))"
    case .bound(let bound, let limit):
      switch bound {
      case .atLeast: return "must be \(limit.text) or more\(actualValue)"
      case .above: return "must be more than \(limit.text)\(actualValue)"
      case .atMost: return "must be \(limit.text) or less\(actualValue)"
      case .below: return "must be less than \(limit.text)\(actualValue)"
      }
    case .multiple(let divisor): return "must be a multiple of \(divisor.text)\(actualValue)"
    case .pattern(let pattern):
      return "must match the pattern \(Self.excerpt(pattern, length: 80))\(node.isKey ? "" : actualValue)"
    case .format(let format):
      return "must be \(Self.formatName(format))\(node.isKey ? "" : actualValue)"
    case .uniqueItems(let first, let second):
      return "has the same value twice, as item \(first.ordinal + 1) and item \(second.ordinal + 1)"
    case .contains(let limit, let actual, let wanted):
      let wanted = wanted ?? "fits the schema in 'contains'"
      switch actual {
      case 0: return "has no item that \(wanted); \(Self.bounds(limit))"
      case 1: return "has 1 item that \(wanted); \(Self.bounds(limit))"
      default: return "has \(actual) items each of which \(wanted); \(Self.bounds(limit))"
      }
    case .branches(let branches, let matched):
      if matched.count > 1 { return tooManyMatches(matched) }
      if branches.isEmpty, schemaNode.count > Evaluation.branchLimit {
        return "fits none of the \(schemaNode.count) alternatives"
      }
      return "fits none of the alternatives" + reasons(branches)
    case .negated: return Self.negation(schemaNode)
    default: return "is not allowed"
    }
  }

  /// A scalar value, to be read after what it must be.
  private var actualValue: String {
    node.isScalar ? ", not \(Self.value(node))" : ""
  }
}

// MARK: - Alternatives

extension Violation {
  /// That several alternatives hold, by their names.
  private func tooManyMatches(_ matched: [Int]) -> String {
    let names = BranchNames(of: schemaNode)
    let shown = matched.prefix(4).map { names.name($0) }
    let rest = matched.count - shown.count
    let list = rest > 0 ? shown.joined(separator: ", ") + " and \(rest) more" : Self.list(shown, "and", quoted: false)
    return "fits \(matched.count) of the \(schemaNode.count) alternatives, \(list), and may fit only one"
  }

  /// The keys of which an object may have only one, where that is all that tells the alternatives apart.
  private var exclusiveKeys: [String]? {
    guard case .branches(_, let matched) = fact, node.kind == .mapping else { return nil }
    let branches = Array(schemaNode.items)
    var keys: [String] = []
    for position in matched {
      guard position < branches.count, let required = Self.soleValue("required", of: branches[position]),
        required.count == 1, let key = required[0]?.text, !keys.contains(key)
      else { return nil }
      keys.append(key)
    }
    return keys
  }

  /// Keys of which each alternative takes one at most, where an object has several and nothing else is wrong.
  private func rivalKeys(_ branches: [Branch]) -> [String]? {
    guard node.kind == .mapping, branches.count > 1, branches.count == schemaNode.count else { return nil }
    var refused: [Set<Node>] = []
    for branch in branches {
      var keys: Set<Node> = []
      for violation in branch.violations {
        switch violation.fact {
        case .unknownKey where violation.node == node: if let key = violation.key { keys.insert(key) }
        case .required where violation.node == node: continue
        default: return nil
        }
      }
      refused.append(keys)
    }
    let rivals = refused.reduce(Set()) { $0.union($1) }
    guard rivals.count > 1, refused.allSatisfy({ rivals.count - $0.count <= 1 }),
      rivals.allSatisfy({ key in refused.contains { !$0.contains(key) } })
    else { return nil }
    return rivals.sorted { $0.index < $1.index }.map(\.text)
  }

  /// Why alternatives do not fit, where each says so in one sentence.
  private func reasons(_ branches: [Branch]) -> String {
    guard !branches.isEmpty, branches.count <= 3, branches.allSatisfy({ $0.violations.count == 1 }) else { return "" }
    let violations = branches.map { $0.violations[0] }
    let isSameSubject = violations.allSatisfy { $0.culprit == node }
    var reasons: [String] = []
    for violation in violations {
      // Alternatives inside of alternatives would be told anew at each level.
      if case .branches = violation.fact { return "" }
      let statement = violation.statement
      // What is missing or unknown is a sentence of its own.
      let speaksOfSubject = isSameSubject && statement.hasPrefix(violation.subject)
      let reason = speaksOfSubject ? "it \(violation.predicate)" : statement
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    return ": " + reasons.joined(separator: isSameSubject ? "; " : "; or ")
  }
}

// MARK: - Negations

extension Violation {
  /// The keys that are all that makes an object what it must not be.
  static func forbiddenKeys(_ schema: Node, in object: Node) -> [Node] {
    guard object.kind == .mapping else { return [] }
    if let names = soleValue("required", of: schema), names.kind == .sequence {
      return names.items.compactMap { object.entry($0.text)?.key }
    }
    // Of several such sets, the first that is there.
    guard let branches = soleValue("anyOf", of: schema) else { return [] }
    for branch in branches.items {
      guard let names = soleValue("required", of: branch), names.kind == .sequence else { return [] }
    }
    for branch in branches.items {
      let keys = forbiddenKeys(branch, in: object)
      if !keys.isEmpty, keys.count == branch["required"]?.count { return keys }
    }
    return []
  }

  /// What a value must not be, as far as a simple schema tells.
  private static func negation(_ schema: Node) -> String {
    if schema.boolean == true || (schema.kind == .mapping && schema.count == 0) { return "is not allowed here" }
    if let type = soleValue("type", of: schema) {
      return "must not be \(alternatives(SchemaWords.types(type).map(typeName)))"
    }
    if let value = soleValue("const", of: schema) { return "must not be \(self.value(value))" }
    if let values = soleValue("enum", of: schema) { return "must not be \(self.values(Array(values.items)))" }
    if let pattern = soleValue("pattern", of: schema) {
      return "must not match the pattern \(excerpt(pattern.text, length: 80))"
    }
    if let clause = SchemaWords.clause(schema) { return "must not be a value that \(clause)" }
    if let name = SchemaWords.name(schema) { return "must not fit '\(excerpt(name))', and does" }
    return "must not fit the schema in 'not', and does"
  }

  /// The value of a keyword that is alone in a schema, but for what asks nothing.
  private static func soleValue(_ keyword: String, of schema: Node) -> Node? {
    guard let value = schema[keyword] else { return nil }
    let isAlone = schema.entries.allSatisfy { entry in
      entry.value == value || ["title", "description", "$comment"].contains(where: entry.key.hasContent)
    }
    return isAlone ? value : nil
  }
}

// MARK: - Wording

extension Violation {
  static func typeName(_ type: String) -> String {
    switch type {
    case "boolean": "true or false"
    case "integer": "a whole number"
    case "number": "a number"
    case "string": "text"
    case "array": "a list"
    case "object": "an object"
    default: type
    }
  }

  private static func formatName(_ format: String) -> String {
    switch format {
    case "date": "a date"
    case "date-time": "a date and time"
    case "duration": "a duration"
    case "email", "idn-email": "an email address"
    case "hostname", "idn-hostname": "a host name"
    case "ipv4": "an IPv4 address"
    case "ipv6": "an IPv6 address"
    case "iri", "uri": "an absolute \(format.uppercased())"
    case "iri-reference": "an IRI reference"
    case "json-pointer": "a JSON Pointer"
    case "regex": "a regular expression"
    case "relative-json-pointer": "a relative JSON Pointer"
    case "time": "a time with an offset"
    case "uri-reference": "a URI reference"
    case "uri-template": "a URI template"
    case "uuid": "a UUID"
    default: "of the format '\(excerpt(format))'"
    }
  }

  static func count(_ count: Int, _ noun: String) -> String { self.count(String(count), noun) }

  static func count(_ count: String, _ noun: String) -> String {
    count == "1" ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private static func bounds(_ limit: Limit) -> String {
    switch limit {
    case .atLeast(let count): "at least \(count) \(count == 1 ? "is" : "are") needed"
    case .atMost(let count): "at most \(count) \(count == 1 ? "is" : "are") allowed"
    }
  }
}

// MARK: - Suggestions

extension Violation {
  /// What the author probably meant to write: a known key for an unknown one, an allowed value for a wrong one.
  public var suggestion: String? {
    switch fact {
    case .unknownKey(let key, let known):
      var known = known
      // A key that is there already was not meant. To look for the few that are close is faster than to sort out all.
      for _ in 0..<4 {
        guard let closest = Suggestion.closest(to: key, among: known) else { return nil }
        if node.entry(closest) == nil { return closest }
        known.removeAll { $0 == closest }
      }
      return nil
    case .enumeration(let allowed):
      guard node.isScalar, allowed.count <= 1_000 else { return nil }
      return Suggestion.closest(to: node.text, among: allowed.compactMap(\.string))
    case .constant(let value): return Suggestion.closest(to: node.text, among: value.string.map { [$0] } ?? [])
    case .propertyName(let violations): return violations.first?.suggestion
    default: return nil
    }
  }
}
