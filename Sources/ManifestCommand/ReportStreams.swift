import ManifestFiles
import ManifestReport

/// All reports of a run: the one on a standard stream, those that go to files, and the summary of a job on GitHub.
struct ReportStreams {
  private var streams: [ReportStream] = []
  /// Whether something could not be written.
  private(set) var hasTrouble = false

  /// Opens the files; one that cannot be written is trouble, and the others are written nonetheless.
  init(_ arguments: ReportArguments, rules: RuleDescriptions, to stream: StandardStream) {
    let format = arguments.formatInForce
    streams.append(
      ReportStream(
        to: .stream(OutputStream(stream)), format.writer(arguments.options(rules))
      ) { summary in
        // Of no file there is nothing to sum up; that there is none is said elsewhere.
        !format.canEndWithoutSummary || arguments.statistics || (!arguments.quiet && summary.files > 0)
      })
    for request in arguments.report {
      do throws(FileError) {
        try request.file.checkLinks(for: .write)
        let file = try FileReplacement(of: request.file)
        streams.append(
          ReportStream(
            to: .file(file, request.shownPath), request.format.writer(arguments.options(rules, isForFile: true))))
      } catch {
        hasTrouble = true
        let folder = error.reason == .notFound ? "; its folder must exist" : ""
        Console.trouble("manifestlint: cannot write the report '\(request.file)': \(error.summary)\(folder)\n")
      }
    }
    if format == .findings(.github), let path = Environment.process["GITHUB_STEP_SUMMARY"], !path.isEmpty {
      streams.append(
        ReportStream(
          to: .end(of: FilePath(path)), ReportKind.findings(.markdown).writer(arguments.options(rules, isForFile: true))
        ))
    }
  }

  /// Writes what stands before the first file.
  mutating func begin() {
    for index in streams.indices { streams[index].begin() }
  }

  /// Writes what was found in one file.
  mutating func report(_ file: CheckedFile) {
    for index in streams.indices { streams[index].report(file) }
  }

  /// Writes what stands at the end.
  ///
  /// - Returns: Whether something could not be written.
  mutating func finish(_ summary: Summary) -> Bool {
    for index in streams.indices {
      hasTrouble = streams[index].finish(summary) || hasTrouble
    }
    return hasTrouble
  }
}
