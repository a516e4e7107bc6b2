import ManifestLint

extension Message {
  /// The replacement of a piece of a document.
  struct TextEdit: Hashable, Value {
    var range: Range
    var newText: String

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("range", range)
        writer.member("newText", newText)
      }
    }
  }

  /// Edits of several documents.
  struct WorkspaceEdit: Value {
    /// The edits of one document.
    struct DocumentEdit: Value {
      var uri: String
      /// The version that they are for; `nil` for a document that is not open.
      var version: Int?
      var edits: [TextEdit]

      func write(to writer: inout JSONWriter) {
        writer.object { writer in
          writer.member("textDocument") { writer in
            writer.object { writer in
              writer.member("uri", uri)
              writer.member("version") { writer in
                if let version { writer.integer(version) } else { writer.null() }
              }
            }
          }
          writer.member("edits", edits)
        }
      }
    }

    /// The files that are made first.
    var createdFiles: [String] = []
    var documents: [DocumentEdit]
    /// Whether the editor takes versions, and makes files.
    var hasVersions: Bool

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        guard hasVersions else {
          writer.member("changes") { writer in
            writer.object { writer in
              for document in documents { writer.member(document.uri, document.edits) }
            }
          }
          return
        }
        writer.member("documentChanges") { writer in
          writer.array { writer in
            for uri in createdFiles {
              writer.object { writer in
                writer.member("kind", "create")
                writer.member("uri", uri)
                writer.member("options") { writer in
                  writer.object { $0.member("ignoreIfExists", false) }
                }
              }
            }
            for document in documents { document.write(to: &writer) }
          }
        }
      }
    }
  }
}
