import ManifestLint

/// What messages of the Language Server Protocol 3.17 are made of, as far as this server sends or reads it.
enum Message {
  /// Something that can be sent.
  protocol Value {
    /// Writes it as one JSON value.
    func write(to writer: inout JSONWriter)
  }
}

extension Array: Message.Value where Element: Message.Value {
  func write(to writer: inout JSONWriter) {
    writer.array(self) { writer, element in element.write(to: &writer) }
  }
}

extension Optional: Message.Value where Wrapped: Message.Value {
  func write(to writer: inout JSONWriter) {
    if let self { self.write(to: &writer) } else { writer.null() }
  }
}

extension String: Message.Value {
  func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension JSONWriter {
  /// Writes a member that is a part of a message.
  mutating func member(_ key: String, _ value: some Message.Value) {
    self.key(key)
    value.write(to: &self)
  }

  /// Writes a member that is a part of a message; nothing where there is none.
  mutating func member<Value: Message.Value>(_ key: String, ifPresent value: Value?) {
    guard let value else { return }
    member(key, value)
  }
}
