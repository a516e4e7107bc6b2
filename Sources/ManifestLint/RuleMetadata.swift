public import ManifestModel
public import ManifestSyntax
public import ManifestText

/// What there is to say about a rule: the one source of `explain`, the rule table and the help in reports.
public struct RuleMetadata: Sendable {
  /// A manifest, or a piece of one, that a rule flags, and how it looks when it is mended.
  public struct Example: Hashable, Sendable {
    /// What is flagged.
    public var bad: String
    /// What is not.
    public var good: String
    /// What the example is written in.
    public var language: SyntaxTree.Language

    /// Puts the parts together.
    public init(bad: String, good: String, language: SyntaxTree.Language = .yaml) {
      self.bad = bad
      self.good = good
      self.language = language
    }
  }

  /// A setting of a rule: a list of texts, empty where the configuration does not say.
  public struct Option: Hashable, Sendable {
    /// Its key in the configuration.
    public var name: String
    /// What it does, in one sentence.
    public var summary: String
    /// A list that it might hold.
    public var example: [String]

    /// Puts the parts together.
    public init(name: String, summary: String, example: [String]) {
      self.name = name
      self.summary = summary
      self.example = example
    }
  }

  /// Its name for ever: the type's name in kebab case.
  public var id: String
  /// The part of the catalogue that it belongs to.
  public var section: RuleSection
  /// How bad its findings are.
  public var severity: RuleSeverity
  /// Who asks for it.
  public var origin: RuleOrigin
  /// Whether it says that a file could not be checked at all, so that it can be neither switched off nor suppressed.
  public var isIndispensable: Bool
  /// Whether it is checked where nothing else is said: in the profile `recommended`.
  public var isOnByDefault: Bool
  /// How far its fixes can be trusted; empty if it has none.
  public var fixes: [FixIt.Safety]
  /// What it finds, in one sentence.
  public var summary: String
  /// Why that matters, in a few sentences.
  public var rationale: String
  /// What to do about a finding, in a few sentences.
  public var remedy: String
  /// The page that says so; `nil` for advice of our own that no page gives.
  public var source: SourcePage?
  /// The settings that it takes.
  public var options: [Option]
  /// What it flags and what not; each is tested, but for those that no text alone can show.
  public var examples: [Example] { makeExamples() }

  /// Only who explains a rule needs examples, so that no run makes those of all rules.
  private let makeExamples: @Sendable () -> [Example]

  /// The day on which the sources of all rules were last read.
  public static let checkedOn = "2026-11-21"

  /// Puts the parts together.
  public init(
    id: String, section: RuleSection, severity: RuleSeverity, origin: RuleOrigin, isIndispensable: Bool = false,
    isOnByDefault: Bool = true, fixes: [FixIt.Safety] = [], summary: String, rationale: String, remedy: String,
    source: SourcePage?,
    options: [Option] = [], examples: @autoclosure @escaping @Sendable () -> [Example]
  ) {
    self.id = id
    self.section = section
    self.severity = severity
    self.origin = origin
    self.isIndispensable = isIndispensable
    self.isOnByDefault = isOnByDefault
    self.fixes = fixes
    self.summary = summary
    self.rationale = rationale
    self.remedy = remedy
    self.source = source
    self.options = options
    makeExamples = examples
  }
}

extension RuleMetadata {
  /// Whether comments, entries of the configuration and baselines silence its findings.
  ///
  /// What is wrong with a suppression is mended and not suppressed.
  public var isSuppressible: Bool { !isIndispensable && section != .meta }
}
