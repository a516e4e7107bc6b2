import ManifestText

/// JUnit's XML: a suite for each file and a case for each finding, one that passes for a file without any.
///
/// A case fails if its finding fails the run, is skipped if it does not, and is an error if it says that something could
/// not be checked. What else decides the exit code is a case of its own, so that whoever goes by the report comes to the
/// same end. Times are those of no run: the same findings give the same bytes.
struct JUnitReporter: Reporter {
  private let options: ReportOptions
  private let level: Severity
  private var count = 0
  private var outcomes: Set<Outcome> = []

  /// Reports findings of this severity and above.
  init(_ options: ReportOptions, level: Severity) {
    self.options = options
    self.level = level
  }

  mutating func begin(into output: inout [UInt8]) {
    var writer = XMLWriter()
    writer.declaration()
    writer.start("testsuites")
    writer.newline()
    output.append(contentsOf: writer.bytes)
  }

  mutating func report(_ file: ReportedFile, into output: inout [UInt8]) {
    let path = options.paths.path(file.path)
    let findings = file.diagnostics.filter { $0.severity >= level }
    let outcomes = findings.map { outcome(of: $0, in: file) }
    var writer = XMLWriter()
    writeSuite(path, outcomes, to: &writer) { writer in
      var places = FilePlaces(file, columns: .characters)
      for (diagnostic, outcome) in zip(findings, outcomes) {
        write(diagnostic, outcome, path: path, places: &places, to: &writer)
      }
      if findings.isEmpty {
        writer.empty("testcase", ["name": "no problems", "classname": path, "time": "0"])
        writer.newline()
      }
    }
    output.append(contentsOf: writer.bytes)
    count += 1
    self.outcomes.formUnion(outcomes)
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    var writer = XMLWriter()
    if let (outcome, message) = verdict(summary), !outcomes.contains(outcome) {
      let name = options.tool.name
      writeSuite(name, [outcome], to: &writer) { writer in
        writer.start("testcase", ["name": "exit code \(summary.exitCode)", "classname": name, "time": "0"])
        writer.empty(outcome.rawValue, ["message": message, "type": "error"])
        writer.end("testcase")
        writer.newline()
      }
    }
    writer.end("testsuites")
    writer.newline()
    output.append(contentsOf: writer.bytes)
  }

  /// What decides the exit code where no case that was written does.
  private func verdict(_ summary: Summary) -> (Outcome, message: String)? {
    let counts = SummaryLine(summary: summary, level: .info, filesWithFindings: summary.files).counts
    return switch summary.exitCode {
    case 0: nil
    case 1: (.failure, "the run fails with \(counts)")
    default:
      (.error, summary.troubles.isEmpty ? "not everything was checked" : summary.troubles.joined(separator: "; "))
    }
  }
}

// MARK: - One finding

extension JUnitReporter {
  /// Writes a suite with the cases that a closure writes, of which these become something.
  private func writeSuite(
    _ name: String, _ outcomes: [Outcome], to writer: inout XMLWriter, cases: (inout XMLWriter) -> Void
  ) {
    writer.start(
      "testsuite",
      [
        "package": options.tool.name, "id": String(count), "name": name, "timestamp": "1970-01-01T00:00:00",
        "hostname": "localhost", "tests": String(max(1, outcomes.count)),
        "failures": String(outcomes.count { $0 == .failure }), "errors": String(outcomes.count { $0 == .error }),
        "skipped": String(outcomes.count { $0 == .skipped }), "time": "0",
      ])
    writer.empty("properties")
    writer.newline()
    cases(&writer)
    writer.empty("system-out")
    writer.empty("system-err")
    writer.end("testsuite")
    writer.newline()
  }

  /// What becomes of a case, as the element is called that says so.
  fileprivate enum Outcome: String {
    case failure, error, skipped
  }

  private func outcome(of diagnostic: Diagnostic, in file: ReportedFile) -> Outcome {
    if file.isTrouble(diagnostic) { return .error }
    guard let failing = options.failingSeverity, diagnostic.severity >= failing else { return .skipped }
    return .failure
  }

  private func write(
    _ diagnostic: Diagnostic, _ outcome: Outcome, path: String, places: inout FilePlaces, to writer: inout XMLWriter
  ) {
    let file = places.file
    let place = places.range(of: diagnostic).lowerBound
    let message = file.shown(diagnostic.message)
    // Servers follow a case over time by its name, so that no line is in it.
    let name = [diagnostic.rule, file.shown(diagnostic.pointer ?? "")].filter { !$0.isEmpty }.joined(separator: " ")
    writer.start("testcase", ["name": name, "classname": path, "time": "0"])
    switch outcome {
    case .skipped: writer.start(outcome.rawValue, ["message": message])
    case .failure, .error:
      writer.start(outcome.rawValue, ["message": message, "type": diagnostic.severity.rawValue])
    }
    writer.text("\(path):\(place.line):\(place.column): \(diagnostic.severity.rawValue)[\(diagnostic.rule)] \(message)")
    if let help = diagnostic.help {
      writer.newline()
      writer.text("help: \(file.shown(help))")
    }
    writer.end(outcome.rawValue)
    writer.end("testcase")
    writer.newline()
  }
}
