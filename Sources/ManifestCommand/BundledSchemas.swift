import JSONSchema
import ManifestLint
import ManifestSchemas

/// The schemas that documents are held against, each compiled when it is first needed.
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

  private static let appManifest = compiled(.appManifest)
  private static let jsonPanel = compiled(.jsonPanel)
  private static let jsonModal = compiled(.jsonModal)
  private static let messagingManifest = compiled(.messagingManifest)
  private static let videoManifest = compiled(.videoManifest)
  private static let configuration = compiled(.configuration)

  private static func compiled(_ schema: BundledSchema) -> Schema {
    let parsed = JSONParser.parse(SourceText(path: schema.fileName, bytes: schema.bytes))
    var options = SchemaOptions()
    if schema.assertsFormats { options.formats = .always }
    do {
      return try Schema(compiling: parsed.documents[0].root, options: options)
    } catch {
      preconditionFailure("the bundled schema '\(schema.rawValue)' does not compile: \(error)")
    }
  }
}
