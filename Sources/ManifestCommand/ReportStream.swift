import ManifestFiles
import ManifestReport

/// A report on its way to a standard stream.
struct ReportStream {
  private var writer: any ReportWriter
  private let stream: OutputStream
  private let writesSummary: Bool
  private var buffer: [UInt8] = []
  private var failure: OutputError?

  init(_ arguments: ReportArguments, rules: [RuleDescription], to stream: StandardStream) {
    self.stream = OutputStream(stream)
    writer = arguments.format.writer(arguments.options(rules))
    writesSummary = !arguments.quiet || !arguments.format.canEndWithoutSummary || arguments.statistics
  }

  /// Writes what stands before the first file.
  mutating func begin() {
    writer.begin(into: &buffer)
    write()
  }

  /// Writes what was found in one file.
  mutating func report(_ file: CheckedFile) {
    // Nobody reads any more: the run goes on for the sake of its exit code.
    if failure != nil { return }
    writer.report(file, into: &buffer)
    write()
  }

  /// Writes what stands at the end.
  ///
  /// - Returns: Whether something could not be written. A reader that went away is no trouble.
  mutating func finish(_ summary: Summary) -> Bool {
    if failure == nil {
      if writesSummary { writer.finish(summary, into: &buffer) }
      write()
      do {
        try stream.flush()
      } catch {
        failure = error
      }
    }
    guard case .failed(let message)? = failure else { return false }
    Console.trouble("manifestlint: \(message)\n")
    return true
  }

  private mutating func write() {
    do {
      try stream.write(buffer)
    } catch {
      failure = failure ?? error
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
