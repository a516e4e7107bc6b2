public import ManifestText

extension JSONWriter {
  /// What is written in the place of a node.
  public enum Substitute: Sendable {
    /// A text.
    case text(String)
    /// Another node, with all below it.
    case node(Node)
  }

  /// Writes a node with all below it: keys in their order, what aliases stand for in their place.
  ///
  /// - Parameters:
  ///   - key: The text of a key.
  ///   - number: The text of a number, which YAML may have written as JSON cannot.
  ///   - substitute: What is written instead of a node; `nil` for the node itself.
  public mutating func write<Failure: Error>(
    _ root: Node, key: (Node) -> String = { $0.text }, number: (Node) throws(Failure) -> String,
    substitute: (Node) -> Substitute? = { _ in nil }
  ) throws(Failure) {
    // What is left to write, the next last: an explicit stack, since a document may be deep.
    var steps: [Step] = [.value(root)]
    while let step = steps.popLast() {
      switch step {
      case .endArray: endArray()
      case .endObject: endObject()
      case .key(let text): self.key(text)
      case .value(let node):
        switch substitute(node) {
        case .text(let text):
          string(text)
          continue
        case .node(let other):
          steps.append(.value(other))
          continue
        case nil: break
        }
        switch node.kind {
        case .sequence:
          beginArray()
          steps.append(.endArray)
          steps += node.items.reversed().map(Step.value)
        case .mapping:
          beginObject()
          steps.append(.endObject)
          for entry in node.entries.reversed() { steps += [.value(entry.value), .key(key(entry.key))] }
        case .null: null()
        case .boolean: boolean(node.boolean == true)
        case .integer, .number: raw(try number(node))
        case .string: string(node.text)
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
}
