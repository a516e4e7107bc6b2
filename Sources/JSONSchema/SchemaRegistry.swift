public import ManifestSyntax

/// The schemas that references may lead to, besides the meta-schemas of the drafts, which are always there.
///
/// Nothing is ever fetched: what is not here cannot be referred to.
public struct SchemaRegistry: Sendable {
  /// The documents by URI, without fragments.
  private(set) var documents: [String: Node] = [:]
  /// Each document once, with the URI it is known by.
  private(set) var all: [(uri: String, root: Node)] = []

  /// Makes a registry without schemas.
  public init() {}

  /// The document that is known by a URI, with or without an empty fragment: one that was added, or a meta-schema.
  public func document(_ uri: String) -> Node? {
    let uri = URIReference(uri).withoutFragment.text
    return documents[uri] ?? MetaSchemas.document(uri)
      ?? Draft(schemaURI: uri).flatMap { MetaSchemas.document($0.metaSchemaURI) }
  }

  /// Adds a document by its URI or path and by its own `$id`.
  public mutating func add(_ root: Node, at uri: String = "") {
    let base = URIReference(uri)
    var names = uri.isEmpty ? [] : [base.withoutFragment.text]
    for key in ["$id", "id"] {
      guard let id = root[key]?.string else { continue }
      names.append(URIReference(id).resolved(against: base).withoutFragment.text)
    }
    for name in names where documents[name] == nil { documents[name] = root }
    all.append((names.first ?? "", root))
  }
}
