public import ManifestSyntax

/// A key of a schema that no draft knows and that is nearly one which some draft knows.
///
/// Any other unknown key is taken for an annotation of the author's own.
public struct MisspeltKeyword: Sendable {
  /// The key.
  public var key: Node
  /// The keyword that may have been meant.
  public var meant: String

  /// The misspelt keywords of a schema and of those inside it, in document order.
  public static func all(in root: Node, draft: Draft) -> [MisspeltKeyword] {
    var result: [MisspeltKeyword] = []
    var verdicts: [String: String?] = [:]
    var pending = [root]
    while let schema = pending.popLast() {
      for entry in schema.entries where !entry.isRepeated && entry.key.isScalar {
        let name = entry.key.text
        if known.contains(name) || isOwn(name) { continue }
        let verdict = verdicts[name] ?? Suggestion.closest(to: name, among: words)
        verdicts[name] = .some(verdict)
        if let meant = verdict, fits(entry.value, meant) {
          result.append(MisspeltKeyword(key: entry.key, meant: meant))
        }
      }
      pending += Compiler.subschemas(of: schema, draft: draft)
    }
    return result.sorted { $0.key.index < $1.key.index }
  }

  /// The keywords of all drafts.
  private static let words: [String] =
    Keywords.all.map { $0.name } + [
      "$anchor", "$comment", "$defs", "$dynamicAnchor", "$id", "$recursiveAnchor", "$schema", "$vocabulary",
      "contentSchema", "default", "definitions", "deprecated", "description", "else", "examples", "maxContains",
      "minContains", "readOnly", "then", "title", "writeOnly",
    ]

  /// What is not misspelt: the keywords, and what other tools have beside them.
  private static let known = Set(words).union([
    "id", "example", "comment", "comments", "note", "notes", "ref", "schema", "anchor", "extends", "requires", "links",
  ])

  /// Whether a key is the author's own by its form.
  private static func isOwn(_ name: String) -> Bool {
    name.hasPrefix("x-") || name.hasPrefix("_") || name.hasPrefix("//")
  }

  /// Whether a value could be that of a keyword.
  private static func fits(_ value: Node, _ keyword: String) -> Bool {
    switch keyword {
    case "allOf", "anyOf", "oneOf", "prefixItems", "enum", "examples", "required": value.kind == .sequence
    case "properties", "patternProperties", "dependentSchemas", "dependentRequired", "dependencies", "$defs",
      "definitions", "$vocabulary":
      value.kind == .mapping
    case "additionalProperties", "additionalItems", "unevaluatedProperties", "unevaluatedItems", "propertyNames",
      "contains", "not", "if", "then", "else", "contentSchema":
      value.kind == .mapping || value.kind == .boolean
    case "items": value.kind == .mapping || value.kind == .boolean || value.kind == .sequence
    case "minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "minProperties",
      "maxProperties", "minContains", "maxContains":
      value.kind == .integer || value.kind == .number
    case "exclusiveMinimum", "exclusiveMaximum": value.kind != .string && value.isScalar
    case "uniqueItems", "deprecated", "readOnly", "writeOnly", "$recursiveAnchor": value.kind == .boolean
    case "type": value.kind == .string || value.kind == .sequence
    case "const", "default": true
    default: value.kind == .string
    }
  }
}
