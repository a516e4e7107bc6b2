public import ManifestText

/// The formats that a report can be written in.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  /// Frames with the source, for people.
  case text
  /// One line a finding, for editors and scripts.
  case concise
  /// One JSON document, as `Schemas/report.schema.json` describes it.
  case json
}

extension ReportFormat {
  /// The least severity that is shown when nobody asks for another; reports for machines hold all.
  public var defaultLevel: Severity {
    switch self {
    case .text, .concise: .warning
    case .json: .info
    }
  }

  /// The reporter that writes this format.
  public func reporter(_ options: ReportOptions) -> any Reporter {
    let level = options.level ?? defaultLevel
    return switch self {
    case .text: TextReporter(options, level: level)
    case .concise: ConciseReporter(options, level: level)
    case .json: JSONReporter(options, level: level)
    }
  }
}
