import ManifestLint

/// Writes a document as JSON: keys in their order, aliases and references resolved, secrets hidden.
struct DocumentRenderer {
  private let loader: DocumentLoader

  /// Resolves references by means of a loader.
  init(_ loader: DocumentLoader) {
    self.loader = loader
  }

  /// The JSON text of the document that an argument names.
  func render(_ argument: String) throws(RenderError) -> [UInt8] {
    let tree = try loader.load(argument)
    var writer = JSONWriter(indented: true)
    var replacements: [Node: SyntaxTree] = [:]
    if DocumentKind.recognise(tree.root) == .known(.appManifest) {
      for reference in AppManifest(tree.root).documentReferences {
        guard let path = reference.path(Variables()) else { continue }
        replacements[reference.node] = try loader.load(path, from: reference.node)
      }
    }
    try write(tree.root, to: &writer, replacing: replacements)
    writer.newline()
    return writer.bytes
  }

  private func write(
    _ root: Node, to writer: inout JSONWriter, replacing replacements: [Node: SyntaxTree]
  ) throws(RenderError) {
    var secrets: [ObjectIdentifier: SecretRanges] = [:]
    for tree in [root.tree] + replacements.values {
      let parsed = ParseResult(documents: [tree], errors: [])
      secrets[ObjectIdentifier(tree)] = SecretRanges.find(in: parsed, of: tree.source, Variables())
    }
    try writer.write(
      root,
      key: { secrets[ObjectIdentifier($0.tree)]?.shown($0) ?? $0.text },
      number: { node throws(RenderError) in try Self.number(node) },
      substitute: { node in
        if let hidden = secrets[ObjectIdentifier(node.tree)], node.isScalar, node.kind != .null, hidden.hides(node) {
          return .text(hidden.shown(node))
        }
        return replacements[node].map { .node($0.root) }
      })
  }

  /// A number as JSON writes it, with all its digits.
  private static func number(_ node: Node) throws(RenderError) -> String {
    guard let number = JSONNumber.text(ofYAML: node.text) else {
      throw RenderError("'\(node.text)' has no form in JSON", at: node)
    }
    return number
  }
}
