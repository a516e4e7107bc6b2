public import ManifestText

/// The formats that a report can be written in.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  /// Frames with the source, for people.
  case text
  /// One line a finding, for editors and scripts.
  case concise
  /// One JSON document, as `Schemas/report.schema.json` describes it.
  case json
  /// A line of JSON for each finding, and one for the run.
  case jsonl
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// JUnit's XML, for the test results of a build server.
  case junit
  /// Workflow commands, which GitHub Actions turns into annotations.
  case github
  /// GitLab's Code Quality report.
  case gitlab
  /// Checkstyle's XML.
  case checkstyle
  /// reviewdog's JSON.
  case rdjson
  /// Markdown, for a comment on a pull request or the summary of a job.
  case markdown
}

extension ReportFormat {
  /// The least severity that is shown when nobody asks for another; reports for machines hold all.
  public var defaultLevel: Severity {
    switch self {
    case .text, .concise, .github: .warning
    case .json, .jsonl, .sarif, .junit, .gitlab, .checkstyle, .rdjson, .markdown: .info
    }
  }

  /// Whether it is findings and then a sentence, so that it is whole without the sentence.
  public var canEndWithoutSummary: Bool { self == .text || self == .concise }

  /// The reporter that writes this format.
  public func reporter(_ options: ReportOptions) -> any Reporter {
    let level = options.level ?? defaultLevel
    return switch self {
    case .text: TextReporter(options, level: level)
    case .concise: ConciseReporter(options, level: level)
    case .json: JSONReporter(options, level: level)
    case .jsonl: JSONLinesReporter(options, level: level)
    case .sarif: SARIFReporter(options, level: level)
    case .junit: JUnitReporter(options, level: level)
    case .github: GitHubReporter(options, level: level)
    case .gitlab: GitLabReporter(options, level: level)
    case .checkstyle: CheckstyleReporter(options, level: level)
    case .rdjson: ReviewdogReporter(options, level: level)
    case .markdown: MarkdownReporter(options, level: level)
    }
  }
}
