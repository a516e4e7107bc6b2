public import ManifestSyntax

extension Violation {
  /// What made a keyword apply that does not always.
  public struct Condition: Sendable {
    /// What decided.
    public enum Kind: Sendable {
      /// The value is valid by the schema of `if`.
      case met
      /// The value is not valid by the schema of `if`.
      case unmet
      /// The object has this key.
      case key(Node)
    }

    /// What decided.
    public var kind: Kind
    /// The schema of `if`, or the one that the key brings with it.
    public var schemaNode: Node
    /// The value that was looked at.
    public var node: Node
    /// How many references had been followed.
    let hopCount: Int
  }
}

extension Violation.Condition {
  /// What decided, each fact in words that follow "because": `'kind' is 'circle'`.
  ///
  /// Empty if the schema of `if` looks at more than a few keys. What it says of the value that is wrong is left out.
  func facts(exceptOf value: Node?) -> [String] {
    if case .key(let key) = kind { return ["'\(Violation.excerpt(key.text))' is there"] }
    if node.isScalar { return ["it is \(Violation.value(node))"] }
    // Each look-up goes through all keys, for each violation.
    guard node.kind == .mapping, node.count <= Self.mostKeys else { return [] }
    let isMet = if case .met = kind { true } else { false }
    return ConditionFacts(schemaNode, node, isMet: isMet, except: value)?.texts ?? []
  }

  /// How many keys an object has in which facts are looked for.
  private static let mostKeys = 500

  /// That something decided, where no fact can be named.
  var outcome: String {
    if case .met = kind { return "the condition in 'if' is met" }
    return "the condition in 'if' is not met"
  }
}

/// What an object has at the keys that a schema looks at.
private struct ConditionFacts {
  private(set) var texts: [String] = []
  private var schemaCount = 0

  /// How many facts anybody wants to read.
  private static let limit = 3
  /// How many schemas inside one another are looked through.
  private static let depthLimit = 4

  /// Whether the object is valid by the schema.
  private let isMet: Bool
  /// The value of which nothing need be said.
  private let exception: Node?

  /// Fails if there are none, too many, or some that cannot be told in a few words.
  init?(_ schema: Node, _ object: Node, isMet: Bool, except exception: Node?) {
    self.isMet = isMet
    self.exception = exception
    guard add(schema, object, place: "", depth: 0), !texts.isEmpty else { return nil }
  }

  private mutating func add(_ schema: Node, _ object: Node, place: String, depth: Int) -> Bool {
    var pending = [schema]
    while let schema = pending.popLast() {
      schemaCount += 1
      if schemaCount > 32 { return false }
      if let properties = schema["properties"], properties.kind == .mapping {
        for entry in properties.entries.prefix(Self.limit + 1) {
          guard add(entry.key.text, entry.value, object, place: place, depth: depth) else { return false }
        }
      }
      if let required = schema["required"], required.kind == .sequence {
        for name in required.items.prefix(Self.limit + 1) where schema["properties"]?[name.text] == nil {
          guard add(name.text, nil, object, place: place, depth: depth) else { return false }
        }
      }
      for name in ["oneOf", "anyOf", "allOf"] {
        let branches = (schema[name].map { Array($0.items) } ?? []).prefix(8)
        // An alternative that wants a key which is not there has not made the schema hold.
        let isChoice = isMet && name != "allOf"
        pending += branches.filter { !isChoice || hasRequiredKeys($0, object) }.reversed()
      }
      if let negated = schema["not"] { pending.append(negated) }
    }
    return true
  }

  private func hasRequiredKeys(_ schema: Node, _ object: Node) -> Bool {
    schema["required"]?.items.allSatisfy { object[$0.text] != nil } ?? true
  }

  /// What the object has at a key; `false` if that cannot be told.
  private mutating func add(_ key: String, _ schema: Node?, _ object: Node, place: String, depth: Int) -> Bool {
    let name = "'\(Violation.excerpt(key))'" + place
    guard let value = object[key] else { return add("there is no \(name)") }
    if value == exception { return true }
    // Of a schema that asks for no more than that there is a value, or for a type, that is the fact.
    let keywords = schema.map { $0.entries.map(\.key.text) } ?? []
    if keywords.isEmpty { return add("\(name) is there") }
    if value.isScalar { return add("\(name) is \(Violation.value(value))") }
    if keywords == ["type"] { return add("\(name) is \(value.kind == .sequence ? "a list" : "an object")") }
    guard let schema, value.kind == .mapping, depth < Self.depthLimit else { return false }
    return add(schema, value, place: " in \(name)", depth: depth + 1)
  }

  private mutating func add(_ text: String) -> Bool {
    if !texts.contains(text) { texts.append(text) }
    return texts.count <= Self.limit
  }
}
