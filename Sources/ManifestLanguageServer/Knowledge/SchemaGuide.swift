import ManifestLint

/// Says what the schemas know of a place in a document: what it is called, what it takes, which keys it has.
///
/// It does not judge. Of `if`, the branch that fits what stands there is followed; of `anyOf`, all.
struct SchemaGuide {
  /// The schemas by kind of document.
  let schemas: [DocumentKind: Schema]

  /// What is known of the place of a node; of a key, that of its value.
  ///
  /// What stands inside an app manifest as a document of its own is known by that document's schema too.
  func place(of node: Node, in kind: DocumentKind) -> SchemaPlace {
    let path = Self.path(to: node)
    guard let root = path.first, let schema = schemas[kind] else { return SchemaPlace() }
    var documents: [Node: DocumentKind] = [:]
    if kind == .appManifest {
      for reference in AppManifest(root).inlineDocuments { documents[reference.node] = reference.kind }
    }
    var place = SchemaPlace(schema.root, holding: root)
    for (parent, child) in zip(path, path.dropFirst()) {
      place =
        parent.kind == .sequence
        ? place.item(at: child.ordinal, holding: child) : place.value(of: child.key?.text ?? "", holding: child)
      if let inner = documents[child], let schema = schemas[inner] {
        place = SchemaPlace(schema.root, holding: child).titled(by: place)
      }
    }
    return place
  }

  /// The nodes from the root to a node; for a key, to its value.
  static func path(to node: Node) -> [Node] {
    var path: [Node] = []
    var next: Node? = node.isKey ? node.value ?? node : node
    while let node = next {
      path.append(node)
      next = node.parent
    }
    return path.reversed()
  }
}

/// What schemas say of one place.
struct SchemaPlace {
  /// A schema that applies there.
  private struct Applied {
    var schema: Node
    /// Whether it refuses something, and does not only suggest.
    var isAsserted: Bool
  }

  private var applied: [Applied] = []
  /// What the place is called from outside, where a document of its own begins.
  private var outer: [Node] = []

  /// Nothing is known.
  init() {}

  /// The place where a whole schema applies.
  init(_ schema: Node, holding instance: Node?) {
    applied = Self.expanding([Applied(schema: schema, isAsserted: true)], instance)
  }

  private init(_ applied: [Applied], _ instance: Node?) {
    self.applied = Self.expanding(applied, instance)
  }

  /// Whether nothing is known of it.
  var isEmpty: Bool { applied.isEmpty }

  /// The same place with the title and the description that it has outside.
  func titled(by place: SchemaPlace) -> SchemaPlace {
    var result = self
    result.outer = place.applied.map(\.schema)
    return result
  }
}

// MARK: - Going down

extension SchemaPlace {
  /// The place of the value of a key.
  func value(of key: String, holding instance: Node?) -> SchemaPlace {
    var found: [Applied] = []
    for part in applied {
      if let schema = part.schema["properties"]?[key] {
        found.append(Applied(schema: schema, isAsserted: part.isAsserted))
      } else if let schema = part.schema["additionalProperties"], schema.kind == .mapping, !key.hasPrefix("x-") {
        found.append(Applied(schema: schema, isAsserted: part.isAsserted))
      }
    }
    return SchemaPlace(found, instance)
  }

  /// The place of an item.
  func item(at index: Int, holding instance: Node?) -> SchemaPlace {
    var found: [Applied] = []
    for part in applied {
      let schema = part.schema["prefixItems"]?[index] ?? part.schema["items"]
      if let schema { found.append(Applied(schema: schema, isAsserted: part.isAsserted)) }
    }
    return SchemaPlace(found, instance)
  }

  /// The schemas and all that they lead to, the nearest first.
  private static func expanding(_ start: [Applied], _ instance: Node?) -> [Applied] {
    var result: [Applied] = []
    var seen: Set<Node> = []
    var waiting = Array(start.reversed())
    while let part = waiting.popLast() {
      guard part.schema.kind == .mapping, seen.insert(part.schema).inserted else { continue }
      result.append(part)
      var next: [Applied] = []
      if let target = reference(in: part.schema) { next.append(Applied(schema: target, isAsserted: part.isAsserted)) }
      for key in ["allOf", "anyOf", "oneOf"] {
        guard let list = part.schema[key] else { continue }
        let isAsserted = part.isAsserted && key == "allOf"
        next += list.items.map { Applied(schema: $0, isAsserted: isAsserted) }
      }
      if let condition = part.schema["if"] {
        let branch = holds(condition, for: instance) ? part.schema["then"] : part.schema["else"]
        if let branch { next.append(Applied(schema: branch, isAsserted: part.isAsserted)) }
      }
      waiting += next.reversed()
    }
    return result
  }

  private static func reference(in schema: Node) -> Node? {
    guard let text = schema["$ref"]?.string, text.hasPrefix("#"), let tokens = JSONPointer.tokens(text.dropFirst())
    else { return nil }
    return schema.tree.root.descendant(tokens)
  }

  /// Whether a condition is met, as far as it is made of the keywords that our schemas have in conditions.
  private static func holds(_ condition: Node, for instance: Node?) -> Bool {
    // What is still to be decided, and whether it must hold; a condition is never nested as deep as a document.
    func holds(_ schema: Node, _ depth: Int) -> Bool {
      if schema.kind == .boolean { return schema.boolean == true }
      guard depth < 32 else { return false }
      if let target = reference(in: schema), !holds(target, depth + 1) { return false }
      if let list = schema["allOf"], !list.items.allSatisfy({ holds($0, depth + 1) }) { return false }
      if let list = schema["anyOf"], !list.items.contains(where: { holds($0, depth + 1) }) { return false }
      if let inner = schema["not"], holds(inner, depth + 1) { return false }
      if let required = schema["required"], instance?.kind ?? .mapping == .mapping {
        if required.items.contains(where: { instance?[$0.text] == nil }) { return false }
      }
      for property in schema["properties"].map({ Array($0.entries) }) ?? [] {
        guard let value = instance?[property.key.text] else { continue }
        if !Self.holds(property.value, for: value) { return false }
      }
      guard let instance else { return schema["const"] == nil && schema["enum"] == nil && schema["pattern"] == nil }
      if let constant = schema["const"], !isEqual(constant, instance) { return false }
      if let values = schema["enum"], !values.items.contains(where: { isEqual($0, instance) }) { return false }
      if let type = schema["type"]?.string, !type.hasType(instance.kind) { return false }
      // The one pattern in conditions asks for a variable; in a text alone.
      if schema["pattern"] != nil, instance.kind == .string, Template(instance.text).variables.isEmpty { return false }
      return true
    }
    return holds(condition, 0)
  }

  private static func isEqual(_ constant: Node, _ instance: Node) -> Bool {
    constant.isScalar && constant.kind == instance.kind && constant.content.elementsEqual(instance.content)
  }
}

// MARK: - What is known

extension SchemaPlace {
  /// A value that the place takes.
  struct Choice: Hashable {
    /// The value as text.
    var text: String
    var kind: Node.Kind
    /// What it means.
    var description: String?
  }

  /// A key that the place takes.
  struct Key {
    var name: String
    var isRequired: Bool
  }

  private var schemas: [Node] { outer + applied.map(\.schema) }

  /// What the place is called.
  var title: String? { schemas.lazy.compactMap { $0["title"]?.string }.first }

  /// What it is.
  var description: String? { schemas.lazy.compactMap { $0["description"]?.string }.first }

  /// What it is where nothing is written.
  var defaultValue: Node? { applied.lazy.compactMap { $0.schema["default"] }.first }

  /// The one value that it can have.
  var constant: Node? { applied.lazy.filter(\.isAsserted).compactMap { $0.schema["const"] }.first }

  /// The most characters that a text may have.
  var maximumLength: Int? { applied.lazy.compactMap { $0.schema["maxLength"]?.wholeNumber }.min() }

  /// The types that it takes, as JSON Schema names them; of a place that takes several, all.
  var types: [String] {
    for part in applied where part.isAsserted {
      guard let type = part.schema["type"] else { continue }
      return type.kind == .sequence ? type.items.compactMap(\.string) : [type.text]
    }
    // Where a word does as well as an object, both do.
    if applied.contains(where: { $0.schema["properties"] != nil }), choices.isEmpty { return ["object"] }
    return []
  }

  /// The values that it takes, if they are a closed set, or one that is known.
  ///
  /// What is asserted counts over what is only suggested.
  var choices: [Choice] {
    var asserted: [[Choice]] = []
    var suggested: [[Choice]] = []
    for part in applied {
      let choices = Self.choices(in: part.schema)
      if choices.isEmpty { continue }
      if part.isAsserted { asserted.append(choices) } else { suggested.append(choices) }
    }
    guard let first = asserted.first else { return Self.union(suggested) }
    return first.filter { choice in asserted.allSatisfy { $0.contains { $0.text == choice.text } } }
  }

  private static func union(_ lists: [[Choice]]) -> [Choice] {
    var seen: Set<String> = []
    return lists.flatMap(\.self).filter { seen.insert($0.text).inserted }
  }

  private static func choices(in schema: Node) -> [Choice] {
    if let constant = schema["const"], constant.isScalar { return [Choice(text: constant.text, kind: constant.kind)] }
    guard let values = schema["enum"] else { return [] }
    let descriptions = schema["enumDescriptions"].map { Array($0.items) } ?? []
    return values.items.enumerated().map { index, value in
      Choice(
        text: value.text, kind: value.kind, description: index < descriptions.count ? descriptions[index].string : nil)
    }
  }

  /// The keys that it takes, in the order of the schema.
  var keys: [Key] {
    var required: Set<String> = []
    var names: [String] = []
    var seen: Set<String> = []
    for part in applied {
      if part.isAsserted, let list = part.schema["required"] { required.formUnion(list.items.map(\.text)) }
      for property in part.schema["properties"].map({ Array($0.entries) }) ?? [] {
        if property.value.boolean == false { continue }
        if seen.insert(property.key.text).inserted { names.append(property.key.text) }
      }
    }
    return names.map { Key(name: $0, isRequired: required.contains($0)) }
  }
}

extension String {
  /// Whether a type of JSON Schema takes a kind of node.
  fileprivate func hasType(_ kind: Node.Kind) -> Bool {
    switch self {
    case "null": kind == .null
    case "boolean": kind == .boolean
    case "integer": kind == .integer
    case "number": kind == .integer || kind == .number
    case "string": kind == .string
    case "array": kind == .sequence
    case "object": kind == .mapping
    default: true
    }
  }
}
