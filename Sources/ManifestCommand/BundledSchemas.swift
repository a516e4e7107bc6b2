import JSONSchema
import ManifestLint
import ManifestSchemas

/// The schemas that documents are held against: each is read when it is first needed, and its parts are compiled as values
/// come to them.
enum BundledSchemas {
  /// The schema of a kind of document; `nil` if it has none.
  @Sendable static func schema(of kind: DocumentKind) -> Schema? {
    switch kind {
    case .appManifest: appManifest
    case .jsonPanel: jsonPanel
    case .jsonModal: jsonModal
    case .messagingManifest: messagingManifest
    case .videoManifest: videoManifest
    case .configuration: configuration
    }
  }

  /// The schema of a kind of document with all that it says to people; `nil` if it has none.
  static func explainingSchema(of kind: DocumentKind) -> Schema? {
    BundledSchema(rawValue: kind.rawValue).map { compiled($0, $0.bytes) }
  }

  private static let appManifest = compiled(.appManifest)
  private static let jsonPanel = compiled(.jsonPanel)
  private static let jsonModal = compiled(.jsonModal)
  private static let messagingManifest = compiled(.messagingManifest)
  private static let videoManifest = compiled(.videoManifest)
  private static let configuration = compiled(.configuration)

  private static func compiled(_ schema: BundledSchema) -> Schema { compiled(schema, schema.bareBytes) }

  private static func compiled(_ schema: BundledSchema, _ bytes: [UInt8]) -> Schema {
    let parsed = JSONParser.parse(SourceText(path: schema.fileName, bytes: bytes))
    var options = SchemaOptions()
    if schema.assertsFormats { options.formats = .always }
    do {
      return try Schema(compilingOnDemand: parsed.documents[0].root, options: options)
    } catch {
      preconditionFailure("the bundled schema '\(schema.rawValue)' does not compile: \(error)")
    }
  }
}
