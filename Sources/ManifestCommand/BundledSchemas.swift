import JSONSchema
import ManifestLint
import ManifestSchemas

/// The schemas that documents are held against.
enum BundledSchemas {
  /// Compiles the schemas of all kinds of documents that are checked for Pipedrive's sake.
  static func compiled() -> [DocumentKind: Schema] {
    var schemas: [DocumentKind: Schema] = [:]
    for kind in DocumentKind.allCases where kind != .configuration { schemas[kind] = schema(of: kind) }
    return schemas
  }

  /// Compiles the schema of one kind of document.
  static func schema(of kind: DocumentKind) -> Schema? {
    guard let schema = BundledSchema(rawValue: kind.rawValue) else { return nil }
    let parsed = JSONParser.parse(SourceText(path: "\(kind.rawValue).schema.json", bytes: schema.bytes))
    do {
      return try Schema(compiling: parsed.documents[0].root)
    } catch {
      preconditionFailure("the bundled schema '\(kind.rawValue)' does not compile: \(error)")
    }
  }
}
