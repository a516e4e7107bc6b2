import ManifestText

/// GitLab's Code Quality report: one JSON array.
struct GitLabReporter: Reporter {
  private let paths: ReportPaths
  private let level: Severity
  private var isEmpty = true

  /// Reports findings of this severity and above.
  init(_ options: ReportOptions, level: Severity) {
    paths = options.paths
    self.level = level
  }

  mutating func begin(into output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
  }

  mutating func report(_ file: ReportedFile, into output: inout [UInt8]) {
    let path = paths.path(file.path)
    var places = FilePlaces(file, columns: .characters)
    var fingerprints = FindingFingerprints(path: path)
    for diagnostic in file.diagnostics {
      // Findings that are left out count, so that the level changes no name.
      let fingerprint = fingerprints.next(diagnostic, in: file)
      guard diagnostic.severity >= level else { continue }
      let range = places.range(of: diagnostic)
      var writer = JSONWriter(indented: false)
      writer.object { writer in
        // GitLab shows no 'check_name'.
        writer.member("description", "\(diagnostic.rule): \(file.shown(diagnostic.message))")
        writer.member("check_name", diagnostic.rule)
        writer.member("fingerprint", fingerprint)
        writer.member("severity", diagnostic.severity.gitLabName)
        writer.member("location") { writer in
          writer.object { writer in
            writer.member("path", path)
            writer.member("lines") { writer in
              writer.object { writer in
                writer.member("begin", range.lowerBound.line)
                writer.member("end", range.upperBound.line)
              }
            }
          }
        }
      }
      output.append(contentsOf: (isEmpty ? "\n" : ",\n").utf8)
      output.append(contentsOf: writer.bytes)
      isEmpty = false
    }
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    output.append(contentsOf: (isEmpty ? "]\n" : "\n]\n").utf8)
  }
}

extension Severity {
  fileprivate var gitLabName: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
