import ManifestFiles
import ManifestReport

/// A report on its way to a standard stream or to a file.
struct ReportStream {
  /// Where it goes.
  enum Destination {
    case stream(OutputStream)
    /// A file that takes its name when the report is whole.
    case file(FileReplacement, FilePath)
    /// A file that other programs add to as well.
    case end(of: FilePath)
  }

  private let destination: Destination
  private var writer: any ReportWriter
  private let writesSummary: (Summary) -> Bool
  private var buffer: [UInt8] = []
  private var failure: OutputError?

  /// A report that may leave its last sentence out, where it has one.
  init(
    to destination: Destination, _ writer: any ReportWriter, writesSummary: @escaping (Summary) -> Bool = { _ in true }
  ) {
    self.destination = destination
    self.writer = writer
    self.writesSummary = writesSummary
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
    if case .file(_, let path) = destination, path.text == file.reported.path {
      failure = .failed("the report '\(path)' would replace the file that it is about")
      return
    }
    writer.report(file, into: &buffer)
    write()
  }

  /// Writes what stands at the end.
  ///
  /// - Returns: Whether something could not be written. A reader that went away is no trouble.
  mutating func finish(_ summary: Summary) -> Bool {
    if failure == nil {
      if writesSummary(summary) { writer.finish(summary, into: &buffer) }
      write(isLast: true)
    }
    guard case .failed(let message)? = failure else { return false }
    Console.trouble("manifestlint: \(message)\n")
    // What is only added for a reader's convenience decides nothing.
    if case .end = destination { return false }
    return true
  }

  private mutating func write(isLast: Bool = false) {
    do throws(OutputError) {
      switch destination {
      case .stream(let stream):
        try stream.write(buffer)
        if isLast { try stream.flush() }
      case .file(let file, _):
        try Self.attempt { () throws(FileError) in
          try file.write(buffer)
          if isLast { try file.finish() }
        }
      case .end(let path):
        // All at once, since others may write between two pieces.
        guard isLast else { return }
        try Self.attempt { () throws(FileError) in try AtomicFileWriter.append(buffer, to: path) }
      }
    } catch {
      failure = failure ?? error
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func attempt(_ body: () throws(FileError) -> Void) throws(OutputError) {
    do throws(FileError) {
      try body()
    } catch {
      throw .failed(error.message)
    }
  }
}
