import ManifestLint

/// What a request is told from the others by.
enum RequestID: Hashable, Message.Value {
  /// A number, as it is written.
  case number(String)
  case text(String)

  /// Reads an id; `nil` if it is none.
  init?(_ node: Node?) {
    switch node?.kind {
    case .integer, .number: self = .number(node?.text ?? "")
    case .string: self = .text(node?.text ?? "")
    default: return nil
    }
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .number(let text): writer.raw(text)
    case .text(let text): writer.string(text)
    }
  }
}
