import ManifestSyntax
import ManifestText

/// Writes a document as JSON.
enum PlainJSON {
  /// The JSON text of a value; `nil` if JSON has no form for it: a key that is no text, a number that is none there.
  static func text(of root: Node, reversingKeys: Bool = false) -> [UInt8]? {
    var writer = JSONWriter(indented: false)
    var steps: [Step] = [.value(root)]
    while let step = steps.popLast() {
      switch step {
      case .endArray: writer.endArray()
      case .endObject: writer.endObject()
      case .key(let key):
        guard key.isScalar, key.kind == .string else { return nil }
        writer.key(key.text)
      case .value(let node):
        switch node.kind {
        case .sequence:
          writer.beginArray()
          steps.append(.endArray)
          steps += node.items.reversed().map(Step.value)
        case .mapping:
          writer.beginObject()
          steps.append(.endObject)
          let entries = Array(node.entries)
          for entry in reversingKeys ? entries : entries.reversed() {
            steps += [.value(entry.value), .key(entry.key)]
          }
        case .null: writer.null()
        case .boolean: writer.boolean(node.boolean == true)
        case .integer, .number:
          guard let number = JSONNumber.text(ofYAML: node.text) else { return nil }
          writer.raw(number)
        case .string: writer.string(node.text)
        }
      }
    }
    return writer.bytes
  }

  private enum Step {
    case value(Node)
    case key(Node)
    case endArray
    case endObject
  }
}
