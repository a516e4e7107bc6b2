public import ManifestText

/// What a report is told about the run and about its reader.
public struct ReportOptions: Hashable, Sendable {
  /// The program.
  public var tool: Tool
  /// The rules by id.
  public var rules: RuleDescriptions
  /// Whether text is coloured with ANSI escape sequences.
  public var isColored: Bool
  /// Whether rule ids in text are links (OSC 8) to their source.
  public var hasHyperlinks: Bool
  /// The least severity shown; `nil` for the format's own, ``ReportFormat/defaultLevel``.
  public var level: Severity?
  /// How many findings text formats print at most; the counts stay true.
  public var maximumDiagnostics: Int?
  /// Whether text ends with a table of the rules and how often each one spoke.
  public var showsStatistics: Bool
  /// Whether text explains each finding at length.
  public var isVerbose: Bool
  /// How many columns the reader's terminal has; `nil` when that is not known.
  public var terminalWidth: Int?
  /// What the files are called by readers that know a repository and no working directory.
  public var paths: ReportPaths
  /// The least severity of findings that fail the run; `nil` where none does.
  public var failingSeverity: Severity?

  /// Puts the parts together.
  public init(
    tool: Tool, rules: RuleDescriptions = [:], isColored: Bool = false, hasHyperlinks: Bool = false,
    level: Severity? = nil, maximumDiagnostics: Int? = nil, showsStatistics: Bool = false, isVerbose: Bool = false,
    terminalWidth: Int? = nil, paths: ReportPaths = ReportPaths(), failingSeverity: Severity? = .error
  ) {
    self.tool = tool
    self.rules = rules
    self.isColored = isColored
    self.hasHyperlinks = hasHyperlinks
    self.level = level
    self.maximumDiagnostics = maximumDiagnostics
    self.showsStatistics = showsStatistics
    self.isVerbose = isVerbose
    self.terminalWidth = terminalWidth
    self.paths = paths
    self.failingSeverity = failingSeverity
  }
}
