import ManifestLint

extension Message {
  /// What an outline shows, each under the one that it is in.
  struct DocumentSymbol: Value {
    enum Kind: Int {
      case module = 2
      case method = 6
      case property = 7
      case string = 15
      case number = 16
      case boolean = 17
      case array = 18
      case object = 19
      case null = 21
    }

    var name: String
    var detail: String?
    var kind: Kind
    var range: Range
    var selectionRange: Range
    var children: [DocumentSymbol] = []

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("name", name)
        if let detail { writer.member("detail", detail) }
        writer.member("kind", kind.rawValue)
        writer.member("range", range)
        writer.member("selectionRange", selectionRange)
        if !children.isEmpty { writer.member("children", children) }
      }
    }
  }

  /// What an outline shows in an editor that knows no nesting.
  struct SymbolInformation: Value {
    var name: String
    var kind: DocumentSymbol.Kind
    var location: Location
    var container: String?

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("name", name)
        writer.member("kind", kind.rawValue)
        writer.member("location", location)
        if let container { writer.member("containerName", container) }
      }
    }
  }

  /// A piece of text that leads to a file.
  struct DocumentLink: Value {
    var range: Range
    var target: String

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("range", range)
        writer.member("target", target)
      }
    }
  }

  /// Lines that can be folded away.
  struct FoldingRange: Hashable, Value {
    var start: Position
    var end: Position
    var isComment = false
    var hasCharacters: Bool

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("startLine", start.line)
        if hasCharacters { writer.member("startCharacter", start.character) }
        writer.member("endLine", end.line)
        if hasCharacters { writer.member("endCharacter", end.character) }
        if isComment { writer.member("kind", "comment") }
      }
    }
  }

  /// Ranges around a place, each inside of the next.
  struct SelectionRange: Value {
    /// The innermost first; at least one.
    var ranges: [Range]

    func write(to writer: inout JSONWriter) {
      for (index, range) in ranges.enumerated() {
        if index > 0 { writer.key("parent") }
        writer.beginObject()
        writer.member("range", range)
      }
      for _ in ranges { writer.endObject() }
    }
  }

  /// A few words that are shown in the text without being part of it.
  struct InlayHint: Value {
    var position: Position
    var label: String
    var tooltip: String

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("position", position)
        writer.member("label", label)
        writer.member("tooltip", tooltip)
        writer.member("paddingLeft", true)
      }
    }
  }
}
