import ManifestLint

extension Message {
  /// Words in one of the two forms that editors show.
  struct Markup: Hashable, Value {
    var text: String
    var isMarkdown: Bool

    init(_ prose: Prose) {
      text = prose.text
      isMarkdown = prose.isMarkdown
    }

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("kind", isMarkdown ? "markdown" : "plaintext")
        writer.member("value", text)
      }
    }
  }

  /// What is said of a place when somebody points at it.
  struct Hover: Value {
    var contents: Markup
    var range: Range

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("contents", contents)
        writer.member("range", range)
      }
    }
  }
}
