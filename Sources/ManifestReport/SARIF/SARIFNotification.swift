import ManifestText

/// What a SARIF report says about the run itself.
struct SARIFNotification {
  /// `error`, `warning` or `note`.
  var level: String
  /// What happened.
  var message: String
  /// The file that it happened to, as the repository knows it.
  var path: String?
  /// The rule that also reports it, by its place in the list.
  var ruleIndex: Int?

  /// Writes it as an object.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("level", level)
      writer.message("message", message)
      if let ruleIndex {
        writer.member("associatedRule") { writer in
          writer.object { $0.member("index", ruleIndex) }
        }
      }
      if let path {
        writer.member("locations") { writer in
          writer.array([path]) { writer, path in
            writer.object { writer in
              writer.member("physicalLocation") { writer in
                writer.object { $0.artifactLocation(path) }
              }
            }
          }
        }
      }
    }
  }
}
