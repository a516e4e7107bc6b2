import ManifestLint

extension Message {
  /// Nothing, as the result of a request.
  struct Null: Value {
    func write(to writer: inout JSONWriter) { writer.null() }
  }

  /// A line for the log of the editor.
  struct Log: Value {
    enum Kind: Int {
      case error = 1
      case warning, info
    }

    var kind: Kind
    var text: String

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("type", kind.rawValue)
        writer.member("message", text)
      }
    }
  }

  /// Something that the server wants to be told of.
  enum Registration: String, Value {
    case fileWatchers = "workspace/didChangeWatchedFiles"
    case configuration = "workspace/didChangeConfiguration"

    /// Documents and configurations, and the pictures that a listing names.
    private static let patterns = ["**/*.{yaml,yml,json}", "**/.manifestlint.{yaml,yml,json}", "**/*.{png,jpg,jpeg}"]

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("id", "manifestlint/" + rawValue)
        writer.member("method", rawValue)
        writer.member("registerOptions") { writer in
          writer.object { writer in
            switch self {
            case .fileWatchers:
              writer.member("watchers") { writer in
                writer.array(Self.patterns) { writer, pattern in
                  writer.object { $0.member("globPattern", pattern) }
                }
              }
            case .configuration: writer.member("section", Diagnostic.source)
            }
          }
        }
      }
    }
  }

  /// All that the server wants to be told of.
  struct Registrations: Value {
    var registrations: [Registration]

    func write(to writer: inout JSONWriter) {
      writer.object { $0.member("registrations", registrations) }
    }
  }

  /// The question what somebody has set in the editor.
  struct ConfigurationQuestion: Value {
    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("items") { writer in
          writer.array { writer in
            writer.object { $0.member("section", Diagnostic.source) }
          }
        }
      }
    }
  }
}
