public import ManifestText

/// A rule as it is explained to people, as plain data.
public struct RuleDescription: Hashable, Sendable {
  /// A manifest that breaks the rule, and the same one mended.
  public struct Example: Hashable, Sendable {
    /// What the rule flags.
    public var bad: String
    /// What it is silent on.
    public var good: String

    /// Puts the two together.
    public init(bad: String, good: String) {
      self.bad = bad
      self.good = good
    }
  }

  /// A severity that the rule has in one situation.
  public struct Level: Hashable, Sendable {
    /// The situation, such as `draft`.
    public var when: String
    /// The severity then.
    public var severity: Severity

    /// Puts the two together.
    public init(when: String, severity: Severity) {
      self.when = when
      self.severity = severity
    }
  }

  /// Something that the configuration may set.
  public struct Option: Hashable, Sendable {
    /// Its key.
    public var name: String
    /// What it does, in one sentence.
    public var summary: String
    /// What it is when nothing is set, as the configuration would write it, if it has a value then.
    public var defaultValue: String?

    /// Puts the parts together.
    public init(name: String, summary: String, defaultValue: String? = nil) {
      self.name = name
      self.summary = summary
      self.defaultValue = defaultValue
    }
  }

  /// The id, such as `name-length`.
  public var id: String
  /// The section of the catalogue.
  public var section: String
  /// The highest severity that it has by default.
  public var severity: Severity
  /// Who says so: `platform`, `review` or `advice`.
  public var origin: String
  /// The kind of fix that it offers, if any.
  public var fix: FixIt.Safety?
  /// What it flags, in one sentence.
  public var summary: String
  /// Why that is a problem.
  public var rationale: String
  /// What to do about it.
  public var remedy: String
  /// The page and the section that it comes from, such as `Registering a private app › Link actions`.
  public var sourceTitle: String?
  /// The address of that page.
  public var sourceURL: String?
  /// The day on which it was last compared with its source, such as `2026-11-21`.
  public var checkedOn: String?
  /// What it flags and what it does not.
  public var examples: [Example]
  /// The severities where they differ from one situation to another.
  public var severities: [Level]
  /// What the configuration may set.
  public var options: [Option]

  /// Puts the parts together.
  public init(
    id: String, section: String, severity: Severity, origin: String, fix: FixIt.Safety? = nil, summary: String,
    rationale: String, remedy: String, sourceTitle: String? = nil, sourceURL: String? = nil, checkedOn: String? = nil,
    examples: [Example] = [], severities: [Level] = [], options: [Option] = []
  ) {
    self.id = id
    self.section = section
    self.severity = severity
    self.origin = origin
    self.fix = fix
    self.summary = summary
    self.rationale = rationale
    self.remedy = remedy
    self.sourceTitle = sourceTitle
    self.sourceURL = sourceURL
    self.checkedOn = checkedOn
    self.examples = examples
    self.severities = severities
    self.options = options
  }
}
