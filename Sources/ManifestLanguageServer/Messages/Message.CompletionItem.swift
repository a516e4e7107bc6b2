import ManifestLint

extension Message {
  /// Something that can be put in where somebody types.
  struct CompletionItem: Value {
    enum Kind: Int {
      case variable = 6
      case property = 10
      case value = 12
      case snippet = 15
      case file = 17
      case reference = 18
      case folder = 19
      case enumMember = 20
    }

    var label: String
    var kind: Kind
    var detail: String?
    var documentation: Markup?
    /// What it is sorted by.
    var order: String
    /// What is compared with the text that is there.
    var filter: String
    var edit: TextEdit
    var isSnippet = false
    /// Whether the editor is told to indent what follows the first line.
    var adjustsIndentation = false

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("label", label)
        writer.member("kind", kind.rawValue)
        if let detail { writer.member("detail", detail) }
        writer.member("documentation", ifPresent: documentation)
        writer.member("sortText", order)
        // Where it is missing, it is the label; Neovim up to 0.9 looks where an edit begins only then.
        if filter != label { writer.member("filterText", filter) }
        if isSnippet { writer.member("insertTextFormat", 2) }
        if adjustsIndentation { writer.member("insertTextMode", 2) }
        writer.member("textEdit", edit)
      }
    }
  }

  /// All that can be put in at a place.
  struct CompletionList: Value {
    var items: [CompletionItem]

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("isIncomplete", false)
        writer.member("items", items)
      }
    }
  }
}
