import ManifestText

extension RuleDescription {
  /// The most characters of a description that GitHub takes.
  private static let longestDescription = 1024

  /// Writes the rule as SARIF's `reportingDescriptor`.
  func writeSARIF(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("name", camelCaseName)
      writer.message("shortDescription", String(summary.prefix(Self.longestDescription)))
      writer.message(
        "fullDescription", String((rationale.isEmpty ? summary : rationale).prefix(Self.longestDescription)))
      if let sourceURL { writer.member("helpUri", sourceURL) }
      writer.member("help") { writer in
        writer.object { writer in
          writer.member("text", helpText)
          writer.member("markdown", helpMarkdown)
        }
      }
      writer.member("defaultConfiguration") { writer in
        writer.object { $0.member("level", severity.sarifLevel) }
      }
      writer.member("properties") { writer in
        writer.object { writer in
          writer.member("tags") { writer in
            writer.array([section, origin]) { $0.string($1) }
          }
          writer.member("precision", "high")
          writer.member("problem.severity", severity == .info ? "recommendation" : severity.rawValue)
        }
      }
    }
  }

  /// The id as SARIF wants names: `NameLength`.
  private var camelCaseName: String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private var helpText: String {
    [rationale.isEmpty ? summary : rationale, remedy].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var helpMarkdown: String {
    var parts = [rationale.isEmpty ? summary : rationale]
    if !remedy.isEmpty { parts.append("**What to do:** \(remedy)") }
    for example in examples {
      parts.append("**Bad**\n\n\(Self.fenced(example.bad))")
      parts.append("**Good**\n\n\(Self.fenced(example.good))")
    }
    if let sourceTitle, let sourceURL {
      parts.append("Source: [\(sourceTitle)](\(sourceURL))\(checkedOn.map { ", checked \($0)" } ?? "")")
    }
    return parts.joined(separator: "\n\n")
  }

  private static func fenced(_ text: String) -> String {
    let fence = text.holds("```") ? "````" : "```"
    return "\(fence)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)"
  }
}
