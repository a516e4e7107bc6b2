import ManifestSyntax

/// Where a schema stands, and the resource that it belongs to.
struct SchemaPlace: Sendable {
  var node: Node
  var resource: Int
}
