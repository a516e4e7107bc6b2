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
    // What is left to write, the next last: an explicit stack, since a document may be deep.
    var steps: [Step] = [.value(root)]
    while let step = steps.popLast() {
      switch step {
      case .endArray: writer.endArray()
      case .endObject: writer.endObject()
      case .key(let text): writer.key(text)
      case .value(let node):
        let hidden = secrets[ObjectIdentifier(node.tree)]
        if node.isScalar, node.kind != .null, let hidden, hidden.hides(node) {
          writer.string(hidden.shown(node))
          continue
        }
        switch node.kind {
        case .sequence:
          writer.beginArray()
          steps.append(.endArray)
          steps += node.items.reversed().map(Step.value)
        case .mapping:
          writer.beginObject()
          steps.append(.endObject)
          for entry in node.entries.reversed() {
            steps += [.value(entry.value), .key(hidden?.shown(entry.key) ?? entry.key.text)]
          }
        case .null: writer.null()
        case .boolean: writer.boolean(node.boolean == true)
        case .integer, .number: writer.raw(try number(node))
        case .string:
          if let document = replacements[node] {
            steps.append(.value(document.root))
          } else {
            writer.string(node.text)
          }
        }
      }
    }
  }

  private enum Step {
    case value(Node)
    case key(String)
    case endArray
    case endObject
  }

  /// A number as JSON writes it, with all its digits.
  private func number(_ node: Node) throws(RenderError) -> String {
    guard let number = JSONNumber.text(ofYAML: node.text) else {
      throw RenderError("'\(node.text)' has no form in JSON", at: node)
    }
    return number
  }
}
