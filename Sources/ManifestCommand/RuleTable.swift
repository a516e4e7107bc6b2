import ManifestLint

/// The rules as a table, one form for each reader.
enum RuleTable {
  /// For a terminal: a line a rule, below its section.
  static func text(_ rules: [RuleMetadata]) -> String {
    let width = rules.map(\.id.count).max() ?? 0
    var result = ""
    for section in RuleSection.allCases {
      result += (result.isEmpty ? "" : "\n") + section.rawValue + "\n"
      for rule in rules where rule.section == section {
        let columns = [
          pad(rule.id, to: width), pad(rule.severity.phrase, to: 13), pad(rule.fixPhrase, to: 11),
        ]
        result += "  " + columns.joined(separator: "  ") + "  " + rule.summary + "\n"
      }
    }
    return result
  }

  /// For a page: one table a section.
  static func markdown(_ rules: [RuleMetadata]) -> String {
    var result = ""
    for section in RuleSection.allCases {
      result += (result.isEmpty ? "" : "\n") + "### \(section.rawValue)\n\n"
      result += "| rule | severity | origin | fix | what it finds |\n| --- | --- | --- | --- | --- |\n"
      for rule in rules where rule.section == section {
        let cells = [
          "`\(rule.id)`", rule.severityPhrase, rule.origin.rawValue, rule.fixPhrase, rule.summary,
        ]
        result += "| " + cells.map { $0.replacingPlaces(of: "|", by: "\\|") }.joined(separator: " | ") + " |\n"
      }
    }
    return result
  }

  /// For programs: an array, one object a rule.
  static func json(_ rules: [RuleMetadata]) -> String {
    var writer = JSONWriter(indented: true)
    writer.array(rules) { writer, rule in
      writer.object { writer in
        writer.member("id", rule.id)
        writer.member("section", rule.section.rawValue)
        writer.member("severity", rule.severity.highest.rawValue)
        writer.member("origin", rule.origin.rawValue)
        writer.key("fix")
        if rule.fixes.isEmpty { writer.null() } else { writer.string(rule.fixPhrase) }
        writer.member("summary", rule.summary)
        writer.member("rationale", rule.rationale)
        writer.key("docs")
        if let source = rule.source { writer.string(source.url) } else { writer.null() }
        writer.member("checkedOn", RuleMetadata.checkedOn)
        writer.member("examples") { writer in
          writer.array(rule.examples) { writer, example in
            writer.object { writer in
              writer.member("bad", example.bad)
              writer.member("good", example.good)
            }
          }
        }
        writer.member("options") { writer in
          writer.array(rule.options) { writer, option in
            writer.object { writer in
              writer.member("name", option.name)
              writer.member("summary", option.summary)
            }
          }
        }
        writer.member("severities") { writer in
          writer.array(rule.severity.cases) { writer, level in
            writer.object { writer in
              writer.member("when", level.when)
              writer.member("severity", level.severity.rawValue)
            }
          }
        }
      }
    }
    writer.newline()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension RuleMetadata {
  /// How bad its findings are, each level with when it holds: `warning; error (the callback URL of a live app)`.
  var severityPhrase: String {
    let levels = severity.cases.map { $0.when.isEmpty ? $0.severity.rawValue : "\($0.severity) (\($0.when))" }
    return levels.joined(separator: "; ") + (isOnByDefault ? "" : ", in the profile `strict` only")
  }

  /// How far its fixes can be trusted: `safe`, `safe/unsafe`, or `–` for none.
  var fixPhrase: String {
    fixes.isEmpty ? "–" : fixes.map(\.rawValue).joined(separator: "/")
  }
}

extension RuleSeverity {
  /// The levels in a few words, the usual one first: `warning/error`.
  var phrase: String {
    var levels: [String] = []
    for level in cases.map(\.severity.rawValue) where !levels.contains(level) { levels.append(level) }
    return levels.joined(separator: "/")
  }
}
