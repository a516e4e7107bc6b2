import ManifestText

/// SARIF 2.1.0: one run, on one line.
///
/// It keeps to what GitHub takes: of more than 25,000 results it refuses the whole file, so that the mildest are left out
/// and a notification says how many. It shows 5,000 of them, chosen by severity, of a result 100 places.
struct SARIFReporter: Reporter {
  private let options: ReportOptions
  private let level: Severity
  private let rules: [RuleDescription]
  private let ruleIndices: [String: Int]
  private var results: SARIFResults
  private var notifications: [SARIFNotification] = []

  /// The schema that a report names.
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  /// What stands for the folder that paths begin in.
  static let sourceRoot = "%SRCROOT%"
  /// How many results GitHub takes of a run, and how many of them it shows.
  private static let mostResults = (taken: 25_000, shown: 5_000)

  /// Reports findings of this severity and above.
  init(_ options: ReportOptions, level: Severity) {
    self.options = options
    self.level = level
    rules = options.rules.all
    ruleIndices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    results = SARIFResults(atMost: Self.mostResults.taken)
  }

  mutating func begin(into output: inout [UInt8]) {}

  mutating func report(_ file: ReportedFile, into output: inout [UInt8]) {
    var writer = SARIFResultWriter(file, paths: options.paths, ruleIndices: ruleIndices)
    for diagnostic in file.diagnostics where diagnostic.severity >= level {
      results.append(writer.write(diagnostic), weight: diagnostic.severity.weight)
    }
    for suppressed in file.suppressed where suppressed.diagnostic.severity >= level {
      results.append(writer.write(suppressed.diagnostic, suppressedBy: suppressed), weight: 0)
    }
    if file.text == nil {
      notifications += file.diagnostics.map { diagnostic in
        SARIFNotification(
          level: diagnostic.severity.sarifLevel, message: diagnostic.message, path: options.paths.path(file.path),
          ruleIndex: ruleIndices[diagnostic.rule])
      }
    }
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    let written = results.finish()
    notifications += summary.troubles.map { SARIFNotification(level: "error", message: $0) }
    if results.leftOut > 0 {
      let all = written.count + results.leftOut
      notifications.append(
        SARIFNotification(
          level: "warning",
          message: "\(all) findings are more than GitHub takes; the \(results.leftOut) mildest are not in this file"))
    } else if written.count > Self.mostResults.shown {
      notifications.append(
        SARIFNotification(
          level: "note",
          message: "GitHub shows the \(Self.mostResults.shown) worst of the \(written.count) findings in this file"))
    }
    var writer = JSONWriter(indented: false)
    writer.object { writer in
      writer.member("$schema", Self.schema)
      writer.member("version", "2.1.0")
      writer.member("runs") { writer in
        writer.array([written]) { writer, results in
          writer.object { writer in
            writer.member("tool") { writeTool(to: &$0) }
            writer.member("invocations") { writeInvocations(summary, to: &$0) }
            writer.member("originalUriBaseIds") { writer in
              writer.object { writer in
                writer.member(Self.sourceRoot) { writer in
                  writer.object { $0.message("description", "the root of the repository") }
                }
              }
            }
            writer.member("columnKind", "utf16CodeUnits")
            writer.member("results") { $0.array(of: results) }
          }
        }
      }
    }
    writer.newline()
    output.append(contentsOf: writer.bytes)
  }

  private func writeTool(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("driver") { writer in
        writer.object { writer in
          writer.member("name", options.tool.name)
          writer.member("version", options.tool.version)
          writer.member("semanticVersion", options.tool.version)
          writer.member("rules") { writer in
            writer.array(rules) { $1.writeSARIF(to: &$0) }
          }
          writer.member("properties") { writer in
            writer.object { $0.member("rulesCheckedOn", options.tool.rulesCheckedOn) }
          }
        }
      }
    }
  }

  private func writeInvocations(_ summary: Summary, to writer: inout JSONWriter) {
    writer.array([summary.exitCode]) { writer, exitCode in
      writer.object { writer in
        // 0 and 1 are outcomes; more than that says that something was not checked.
        writer.member("executionSuccessful", exitCode < 2)
        writer.member("exitCode", exitCode)
        writer.member("toolExecutionNotifications") { writer in
          writer.array(notifications) { $1.write(to: &$0) }
        }
      }
    }
  }
}

extension Severity {
  /// What SARIF calls it.
  var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// What is left out last has the most; nothing suppressed has any.
  fileprivate var weight: Int {
    switch self {
    case .error: 3
    case .warning: 2
    case .info: 1
    }
  }
}

extension JSONWriter {
  /// Writes a member that is a message of SARIF.
  mutating func message(_ key: String, _ text: String) {
    member(key) { writer in
      writer.object { $0.member("text", text) }
    }
  }
}
