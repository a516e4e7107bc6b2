import ManifestLint

extension Message {
  /// What the server can do.
  struct InitializeResult: Value {
    var encoding: PositionEncoding
    /// Whether diagnostics are asked for and not sent.
    var isAskedForDiagnostics: Bool
    var version: String

    /// What makes an editor ask for completions while somebody types.
    static let completionTriggers = [" ", ":", "\"", "'", "-", "/", "{", "[", ",", "$"]

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("capabilities") { $0.object { writeCapabilities(to: &$0) } }
        writer.member("serverInfo") { writer in
          writer.object { writer in
            writer.member("name", Diagnostic.source)
            writer.member("version", version)
          }
        }
      }
    }

    private func writeCapabilities(to writer: inout JSONWriter) {
      writer.member("positionEncoding", encoding.rawValue)
      writer.member("textDocumentSync") { writer in
        writer.object { writer in
          writer.member("openClose", true)
          // Changes come as pieces.
          writer.member("change", 2)
          writer.member("save") { $0.object { $0.member("includeText", false) } }
        }
      }
      if isAskedForDiagnostics {
        writer.member("diagnosticProvider") { writer in
          writer.object { writer in
            writer.member("identifier", Diagnostic.source)
            writer.member("interFileDependencies", true)
            writer.member("workspaceDiagnostics", true)
          }
        }
      }
      writer.member("codeActionProvider") { writer in
        writer.object { writer in
          writer.member("codeActionKinds", CodeActionKind.allCases.map(\.rawValue))
          writer.member("resolveProvider", true)
        }
      }
      writer.member("completionProvider") { writer in
        writer.object { $0.member("triggerCharacters", Self.completionTriggers) }
      }
      for feature in [
        "hoverProvider", "documentSymbolProvider", "definitionProvider", "foldingRangeProvider",
        "selectionRangeProvider", "inlayHintProvider",
      ] {
        writer.member(feature, true)
      }
      writer.member("documentLinkProvider") { $0.object { _ in } }
      writer.member("workspace") { writer in
        writer.object { writer in
          writer.member("workspaceFolders") { writer in
            writer.object { writer in
              writer.member("supported", true)
              writer.member("changeNotifications", true)
            }
          }
        }
      }
    }
  }
}
