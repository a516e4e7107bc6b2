import ManifestLint

extension Message {
  /// Something that is wrong at one place of a document.
  struct Diagnostic: Hashable, Value {
    /// What an editor shows besides the underline.
    enum Tag: Int {
      /// The text could go; it is drawn faded.
      case unnecessary = 1
      /// It is drawn struck through.
      case deprecated = 2
    }

    /// Another place that belongs to it.
    struct RelatedInformation: Hashable, Value {
      var location: Location
      var message: String

      func write(to writer: inout JSONWriter) {
        writer.object { writer in
          writer.member("location", location)
          writer.member("message", message)
        }
      }
    }

    var range: Range
    var severity: Severity
    /// The id of the rule.
    var code: String
    /// The address of the page that the rule comes from.
    var page: String?
    var message: String
    var tags: [Tag] = []
    var relatedInformation: [RelatedInformation] = []
    /// What comes back with a request for code actions.
    var data: DiagnosticData?

    static let source = "manifestlint"

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("range", range)
        writer.member("severity", severity.protocolNumber)
        writer.member("code", code)
        if let page { writer.member("codeDescription") { $0.object { $0.member("href", page) } } }
        writer.member("source", Self.source)
        writer.member("message", message)
        if !tags.isEmpty { writer.member("tags") { $0.array(tags) { $0.integer($1.rawValue) } } }
        if !relatedInformation.isEmpty { writer.member("relatedInformation", relatedInformation) }
        writer.member("data", ifPresent: data)
      }
    }
  }

  /// What an editor keeps with a diagnostic.
  struct DiagnosticData: Hashable, Value {
    /// The place as a JSON Pointer.
    var pointer: String?
    /// What the fix does, and whether it may be applied unseen.
    var fix: String?
    var isSafe = false

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        if let pointer { writer.member("pointer", pointer) }
        if let fix {
          writer.member("fix", fix)
          writer.member("applicability", isSafe ? "safe" : "unsafe")
        }
      }
    }
  }

  /// The diagnostics of one document, or that they are what they were.
  enum DocumentReport: Value {
    case full(resultID: String, [Diagnostic])
    case unchanged(resultID: String)

    func write(to writer: inout JSONWriter) {
      writer.object { writeMembers(to: &$0) }
    }

    /// Writes what a report has in common with one that says which document it is of.
    func writeMembers(to writer: inout JSONWriter) {
      switch self {
      case .full(let resultID, let diagnostics):
        writer.member("kind", "full")
        writer.member("resultId", resultID)
        writer.member("items", diagnostics)
      case .unchanged(let resultID):
        writer.member("kind", "unchanged")
        writer.member("resultId", resultID)
      }
    }
  }

  /// The report of one document of a workspace.
  struct WorkspaceDocumentReport: Value {
    var uri: String
    /// The version of an open document.
    var version: Int?
    var report: DocumentReport

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("uri", uri)
        writer.member("version") { writer in
          if let version { writer.integer(version) } else { writer.null() }
        }
        report.writeMembers(to: &writer)
      }
    }
  }

  /// The reports of all documents of a workspace.
  struct WorkspaceReport: Value {
    var items: [WorkspaceDocumentReport]

    func write(to writer: inout JSONWriter) {
      writer.object { $0.member("items", items) }
    }
  }

  /// The diagnostics of a document for an editor that does not ask for them.
  struct PublishedDiagnostics: Value {
    var uri: String
    var version: Int?
    var diagnostics: [Diagnostic]

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("uri", uri)
        if let version { writer.member("version", version) }
        writer.member("diagnostics", diagnostics)
      }
    }
  }
}

extension Severity {
  /// The number that the protocol has for it.
  var protocolNumber: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }
}
