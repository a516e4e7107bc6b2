import JSONSchema
import ManifestLint
import ManifestSchemas

/// The schemas that documents are held against.
enum BundledSchemas {
  /// Compiles the schemas of all kinds of documents that have one.
  static func compiled() -> [DocumentKind: Schema] {
    var schemas: [DocumentKind: Schema] = [:]
    var options = SchemaOptions()
    options.formats = .always
    for kind in DocumentKind.allCases {
      guard let schema = BundledSchema(rawValue: kind.rawValue) else { continue }
      let parsed = JSONParser.parse(SourceText(path: "\(kind.rawValue).schema.json", bytes: schema.bytes))
      do {
        schemas[kind] = try Schema(compiling: parsed.documents[0].root, options: options)
      } catch {
        preconditionFailure("the bundled schema '\(kind.rawValue)' does not compile: \(error)")
      }
    }
    return schemas
  }
}
