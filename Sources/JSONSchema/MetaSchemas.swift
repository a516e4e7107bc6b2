import CMetaSchemas
import ManifestSyntax
import ManifestText

/// The drafts' own schemas, which are part of the binary.
enum MetaSchemas {
  /// The meta-schema with a URI, be it of a draft or of one of its vocabularies.
  static func document(_ uri: String) -> Node? { documents[uri] }

  /// All of them, read when the first is asked for.
  private static let documents: [String: Node] = {
    var documents: [String: Node] = [:]
    var index = 0
    while let file = unsafe metaSchema(index) {
      index += 1
      let uri = unsafe String(cString: file.pointee.uri)
      let bytes = unsafe Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count))
      let result = JSONParser.parse(SourceText(path: uri, bytes: bytes))
      documents[uri] = result.documents.first?.root
    }
    return documents
  }()
}
