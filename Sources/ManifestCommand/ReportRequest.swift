import ArgumentParser
import ManifestFiles

/// A report that is to be written to a file: `sarif=manifestlint.sarif`.
struct ReportRequest {
  /// What it is written in.
  let format: ReportKind
  /// Where to.
  let file: FilePath

  /// Reads the argument of `--report`.
  ///
  /// - Throws: A validation error that says what is missing.
  @Sendable static func request(_ argument: String) throws -> ReportRequest {
    guard let separator = argument.firstIndex(of: "=") else {
      throw ValidationError("write the format and the file: '--report sarif=manifestlint.sarif'")
    }
    let name = String(argument[..<separator])
    guard let format = ReportKind(argument: name) else {
      let names = ReportKind.allValueStrings.joined(separator: ", ")
      throw ValidationError("there is no format '\(FilePath(name))'; there are \(names)")
    }
    let path = String(argument[argument.index(after: separator)...])
    if path.isEmpty { throw ValidationError("--report \(name)= needs the path of a file") }
    if path == "-" { throw ValidationError("'--format \(name)' writes to standard output; --report writes to a file") }
    // The bytes of the whole argument: the path need not be UTF-8.
    let bytes = FilePath(argument: argument).bytes.dropFirst(name.utf8.count + 1)
    return ReportRequest(format: format, file: FilePath(bytes: Array(bytes)))
  }

  /// The path as the files are called that a report is about.
  var shownPath: FilePath {
    (try? WorkingDirectory.ofProcess())?.shown(file) ?? file
  }
}
