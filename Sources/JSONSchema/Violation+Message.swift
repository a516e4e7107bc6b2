import ManifestSyntax
import ManifestText

extension Violation {
  /// What is wrong, in one line that a person understands without the schema.
  public var message: String {
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
    case .unknownKey(let key, _): return "unknown key '\(Self.excerpt(key))'"
    case .propertyName(let violations):
      let reason = violations.first?.predicate ?? "is not allowed"
      return "the key '\(Self.excerpt(key?.text ?? ""))' \(reason)"
    case .negated:
      // What must not be there is named where the schema says no more than that.
      if node.kind == .mapping, let names = Self.soleValue("required", of: schemaNode)?.items.map(\.text),
        !names.isEmpty
      {
        return
          "\(Self.list(names, "and")) \(names.count == 1 ? "is" : "are") not allowed here\(names.count > 1 ? " together" : "")"
      }
      return "\(subject) \(predicate)"
    case .forbidden:
      return key.map { "the key '\(Self.excerpt($0.text))' is not allowed here" } ?? "\(subject) is not allowed here"
    case .unexpectedItem(let limit):
      guard let limit, limit > 0 else { return "\(subject) is not allowed here" }
      return "the list has more than \(limit) \(limit == 1 ? "item" : "items")"
    case .unresolvedReference:
      return "\(subject) cannot be checked: '\(Self.excerpt(schemaNode.text))' leads to no schema"
    case .tooDeep: return "validation was given up: too many schemas lead into one another"
    case .tooMany(let limit): return "validation was given up: more than \(limit) violations"
    case .tooCostly: return "validation was given up: the schema takes too many steps"
    default: return "\(subject) \(predicate)"
    }
  }

  /// What the message speaks of.
  private var subject: String {
    if node.isKey { return "the key '\(Self.excerpt(node.text))'" }
    if let key = node.key { return "'\(Self.excerpt(key.text))'" }
    return node.parent == nil ? "the document" : "item \(node.ordinal + 1)"
  }

  /// What is wrong with the subject.
  private var predicate: String {
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
    case .pattern(let pattern): return "does not match the pattern \(Self.excerpt(pattern, length: 80))"
    case .format(let format): return "is no \(format.hasSuffix("email") ? "email address" : format)"
    case .uniqueItems(let first, let second):
      return "has the same value twice, as item \(first.ordinal + 1) and item \(second.ordinal + 1)"
    case .contains(let limit, let actual):
      switch limit {
      case .atLeast(let count):
        return
          "must have \(count == 1 ? "an item" : "\(count) items") of a certain kind\(actual == 0 ? "" : ", and has \(actual)")"
      case .atMost(let count): return "may have \(Self.count(count, "item")) of a certain kind, and has \(actual)"
      }
    case .branches(let branches, let matched):
      if matched.count > 1 {
        let numbers = Self.list(matched.map { String($0 + 1) }, "and", quoted: false)
        return "fits the alternatives \(numbers) of \(schemaNode.count), and may fit only one"
      }
      if branches.isEmpty, schemaNode.count > Evaluation.branchLimit {
        return "fits none of the \(schemaNode.count) alternatives"
      }
      return "fits none of the alternatives" + Self.reasons(branches, at: node)
    case .negated: return Self.negation(schemaNode)
    default: return "is not allowed"
    }
  }

  /// A scalar value, to be read after what it must be.
  private var actualValue: String {
    node.isScalar ? ", not \(Self.value(node))" : ""
  }
}

// MARK: - Wording

extension Violation {
  private static func typeName(_ type: String) -> String {
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

  private static func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private static func bounds(_ limit: Limit) -> String {
    switch limit {
    case .atLeast(let count): "at least \(count) \(count == 1 ? "is" : "are") needed"
    case .atMost(let count): "at most \(count) \(count == 1 ? "is" : "are") allowed"
    }
  }

  /// The value of a keyword that is alone in a schema.
  private static func soleValue(_ keyword: String, of schema: Node) -> Node? {
    schema.count == 1 ? schema[keyword] : nil
  }

  /// What a value must not be, as far as a simple schema tells.
  private static func negation(_ schema: Node) -> String {
    if let type = soleValue("type", of: schema) {
      let types = type.kind == .sequence ? type.items.map(\.text) : [type.text]
      return "must not be \(alternatives(types.map(typeName)))"
    }
    if let value = soleValue("const", of: schema) { return "must not be \(self.value(value))" }
    if let values = soleValue("enum", of: schema) { return "must not be \(self.values(Array(values.items)))" }
    if let pattern = soleValue("pattern", of: schema) {
      return "must not match the pattern \(excerpt(pattern.text, length: 80))"
    }
    return "is what it must not be"
  }

  private static func alternatives(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func list(_ words: [String], _ conjunction: String, quoted: Bool = true) -> String {
    let words = words.map { quoted ? "'\(excerpt($0))'" : $0 }
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  private static func values(_ nodes: [Node]) -> String {
    if nodes.count == 1 { return value(nodes[0]) }
    let shown = nodes.prefix(12).map(value)
    let rest = nodes.count - shown.count
    return "one of " + (rest > 0 ? shown.joined(separator: ", ") + " and \(rest) more" : alternatives(Array(shown)))
  }

  /// A value as a message names it.
  private static func value(_ node: Node) -> String {
    switch node.kind {
    case .string: "'\(excerpt(node.text))'"
    case .null: "null"
    case .sequence: node.count == 0 ? "an empty list" : "a certain list"
    case .mapping: node.count == 0 ? "an empty object" : "a certain object"
    default: excerpt(node.text)
    }
  }

  /// Why alternatives do not fit, where each says so in one sentence about the same value.
  private static func reasons(_ branches: [Branch], at node: Node) -> String {
    guard !branches.isEmpty, branches.count <= 3 else { return "" }
    var reasons: [String] = []
    for branch in branches {
      guard branch.violations.count == 1, branch.violations[0].culprit == node else { return "" }
      if case .branches = branch.violations[0].fact { return "" }
      let reason = branch.violations[0].predicate
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    return ": it " + reasons.joined(separator: "; it ")
  }

  /// A text on one line, cut where it gets long.
  static func excerpt(_ text: String, length: Int = 60) -> String {
    var result = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == length { return result + "…" }
      result.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return result
  }
}

// MARK: - Suggestions

extension Violation {
  /// What the author probably meant to write: a known key for an unknown one, an allowed value for a wrong one.
  public var suggestion: String? {
    switch fact {
    case .unknownKey(let key, let known):
      let taken = Set(node.entries.map { Array($0.key.content) })
      return Suggestion.closest(to: key, among: known.filter { !taken.contains(Array($0.utf8)) })
    case .enumeration(let allowed): return Suggestion.closest(to: node.text, among: allowed.compactMap(\.string))
    case .constant(let value): return Suggestion.closest(to: node.text, among: value.string.map { [$0] } ?? [])
    case .propertyName(let violations): return violations.first?.suggestion
    default: return nil
    }
  }
}
