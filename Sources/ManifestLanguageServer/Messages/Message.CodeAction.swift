import ManifestLint

extension Message {
  /// What an action is for.
  enum CodeActionKind: String, CaseIterable {
    case quickFix = "quickfix"
    case extract = "refactor.extract"
    case fixAll = "source.fixAll.manifestlint"

    /// Whether an editor that asks for a kind gets this one: `source` takes `source.fixAll.manifestlint`.
    func isWanted(by kind: String) -> Bool {
      kind.isEmpty || rawValue == kind || rawValue.hasPrefix(kind + ".")
    }
  }

  /// A change that is offered.
  struct CodeAction: Value {
    var title: String
    var kind: CodeActionKind
    /// What it mends.
    var diagnostics: [Diagnostic] = []
    /// Whether it may be applied unseen.
    var isPreferred = false
    /// What it does; `nil` where the editor asks for that later.
    var edit: WorkspaceEdit?
    /// What the edit is made from later.
    var data: CodeActionData?

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("title", title)
        writer.member("kind", kind.rawValue)
        if !diagnostics.isEmpty { writer.member("diagnostics", diagnostics) }
        if isPreferred { writer.member("isPreferred", true) }
        writer.member("edit", ifPresent: edit)
        writer.member("data", ifPresent: data)
      }
    }
  }

  /// What comes back when the edit of an action is asked for.
  struct CodeActionData: Hashable, Value {
    /// A finding that is to be suppressed; without one, all that is safe to fix is to be fixed.
    struct Suppression: Hashable {
      var rule: String
      /// Where the finding is, in bytes.
      var offset: Int
      var isInWholeFile: Bool
    }

    var uri: String
    var version: Int?
    var suppression: Suppression?

    /// Puts the parts together.
    init(uri: String, version: Int?, _ suppression: Suppression? = nil) {
      self.uri = uri
      self.version = version
      self.suppression = suppression
    }

    /// Reads it; `nil` if it is none.
    init?(_ node: Node?) {
      guard let uri = node?["uri"]?.string else { return nil }
      self.uri = uri
      version = node?["version"]?.wholeNumber
      if let rule = node?["rule"]?.string, let offset = node?["offset"]?.wholeNumber {
        suppression = Suppression(rule: rule, offset: offset, isInWholeFile: node?["file"]?.boolean == true)
      }
    }

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("uri", uri)
        if let version { writer.member("version", version) }
        if let suppression {
          writer.member("rule", suppression.rule)
          writer.member("offset", suppression.offset)
          writer.member("file", suppression.isInWholeFile)
        }
      }
    }
  }
}
