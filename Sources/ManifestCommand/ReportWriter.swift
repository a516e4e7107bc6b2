import ManifestFormReport
import ManifestReport

/// Writes a report of some kind over files that were checked.
protocol ReportWriter: Sendable {
  /// Writes what stands before the first file.
  mutating func begin(into output: inout [UInt8])
  /// Writes what was found in one file.
  mutating func report(_ file: CheckedFile, into output: inout [UInt8])
  /// Writes what stands after the last file.
  mutating func finish(_ summary: Summary, into output: inout [UInt8])
}

extension ReportKind {
  /// What writes a report of this kind.
  func writer(_ options: ReportOptions) -> any ReportWriter {
    switch self {
    case .findings(let format): FindingsWriter(reporter: format.reporter(options))
    case .form: FormReporter(options)
    }
  }
}

/// Writes the findings, in whatever format.
private struct FindingsWriter: ReportWriter {
  var reporter: any Reporter

  mutating func begin(into output: inout [UInt8]) {
    reporter.begin(into: &output)
  }

  mutating func report(_ file: CheckedFile, into output: inout [UInt8]) {
    reporter.report(file.reported, into: &output)
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    reporter.finish(summary, into: &output)
  }
}

extension FormReporter: ReportWriter {
  mutating func report(_ file: CheckedFile, into output: inout [UInt8]) {
    report(file.reported, file.documents, into: &output)
  }
}
