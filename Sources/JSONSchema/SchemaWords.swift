import ManifestSyntax

/// What a simple schema asks for, in words.
enum SchemaWords {
  /// The words that follow "that": `is text and matches the pattern ^a`; `nil` for a schema that is not simple.
  static func clause(_ schema: Node, depth: Int = 0) -> String? {
    guard schema.kind == .mapping, depth < 3 else { return nil }
    var clauses: [String] = []
    var type: String?
    var described: [Node] = []
    for entry in schema.entries where !entry.isRepeated {
      let value = entry.value
      switch entry.key.text {
      case "type": type = "is " + Violation.alternatives(types(value).map(Violation.typeName))
      case "required": continue
      case "properties":
        for property in value.entries where !property.isRepeated {
          if property.value.kind == .boolean || property.value.count == 0 { continue }
          guard let clause = clause(for: property, depth: depth) else { return nil }
          described.append(property.key)
          clauses.append(clause)
        }
      default:
        if let clause = clause(entry.key.text, value) {
          clauses.append(clause)
        } else if isAssertion(entry.key) {
          return nil
        }
      }
    }
    let keys = schema["required"].map { Array($0.items) } ?? []
    let others = keys.filter { key in !described.contains { $0.content == key.content } }
    if !others.isEmpty { clauses.insert("has \(Violation.list(others.map(\.text), "and"))", at: 0) }
    // What the value must be says what type it has.
    if let type, schema["const"] == nil, schema["enum"] == nil, clauses.isEmpty || schema["type"]?.text != "object" {
      clauses.insert(type, at: 0)
    }
    return (1...3).contains(clauses.count) ? Violation.list(clauses, "and", quoted: false) : nil
  }

  /// What a schema is called: its title, or the name that a reference leads to.
  static func name(_ schema: Node) -> String? {
    if let title = schema["title"]?.string, !title.isEmpty { return title }
    guard let reference = schema["$ref"]?.string else { return nil }
    let uri = URIReference(reference)
    var path = uri.fragment.flatMap { $0.isEmpty ? nil : $0 } ?? uri.withoutFragment.text[...]
    while path.hasSuffix("/") { path = path.dropLast() }
    var name = path.split(separator: "/").last ?? ""
    for suffix in [".json", ".yaml", ".yml", ".schema"] where name.hasSuffix(suffix) {
      name = name.dropLast(suffix.count)
    }
    if name.isEmpty { return nil }
    let decoded = URIReference.removingPercentEncoding(name) ?? String(name)
    return JSONPointer.tokens("/" + decoded)?.first ?? decoded
  }

  /// The types that a `type` names.
  static func types(_ value: Node) -> [String] {
    value.kind == .sequence ? value.items.map(\.text) : [value.text]
  }

  /// What a keyword asks for; `nil` for one that has no simple words.
  private static func clause(_ keyword: String, _ value: Node) -> String? {
    switch keyword {
    case "const": "is \(Violation.value(value))"
    case "enum": "is \(Violation.values(Array(value.items)))"
    case "pattern": "matches the pattern \(Violation.excerpt(value.text, length: 80))"
    case "minimum": "is \(value.text) or more"
    case "maximum": "is \(value.text) or less"
    case "exclusiveMinimum" where value.kind != .boolean: "is more than \(value.text)"
    case "exclusiveMaximum" where value.kind != .boolean: "is less than \(value.text)"
    case "multipleOf": "is a multiple of \(value.text)"
    case "minLength": "has at least \(Violation.count(value.text, "character"))"
    case "maxLength": "has at most \(Violation.count(value.text, "character"))"
    case "minItems": "has at least \(Violation.count(value.text, "item"))"
    case "maxItems": "has at most \(Violation.count(value.text, "item"))"
    default: nil
    }
  }

  /// What a property asks for: `has 'circle' as 'kind'`.
  private static func clause(for property: Entry, depth: Int) -> String? {
    let key = "'\(Violation.excerpt(property.key.text))'"
    if let value = property.value["const"] { return "has \(Violation.value(value)) as \(key)" }
    if let values = property.value["enum"], values.kind == .sequence, values.count <= 12 {
      return "has \(Violation.alternatives(values.items.map(Violation.value))) as \(key)"
    }
    return clause(property.value, depth: depth + 1).map { "has a \(key) that \($0)" }
  }

  /// Whether a keyword may refuse something.
  private static func isAssertion(_ key: Node) -> Bool {
    Keywords.named(key.content.span) != nil || key.hasContent("then") || key.hasContent("else")
  }
}

extension Evaluation {
  /// What a schema asks for, in words that follow "that", be it by its name alone.
  func words(for id: SubschemaID) -> String? {
    let schema = subschema(id)
    if let clause = SchemaWords.clause(schema.node) { return clause }
    let target = schema.keywords.lazy.compactMap { ($0 as? Reference)?.id }.first
    if let target, schema.keywords.count == 1, let clause = SchemaWords.clause(subschema(target).node) {
      return clause
    }
    return SchemaWords.name(schema.node).map { "fits '\(Violation.excerpt($0))'" }
  }
}
