public import ManifestText

/// Something that keeps a suppression from doing what it was written for, as plain facts.
///
/// The rules about suppressions have the words for it.
public struct SuppressionProblem: Hashable, Sendable {
  /// What is the matter.
  public enum Kind: Hashable, Sendable {
    /// Nothing of these rules is found there.
    case unused(rules: [String])
    /// It ends what nothing began; without rules, anything at all.
    case endsNothing(rules: [String])
    /// The rule says that a file could not be checked.
    case ruleIsIndispensable(String)
    /// The rule is about suppressions itself.
    case ruleIsAboutSuppressions(String)
    /// There is no such rule; perhaps another one was meant.
    case unknownRule(String, suggestion: String?)
    /// Words that are no rules, as if a reason began without its `--`.
    case wordsAreNoRules(String)
    /// The word that it begins with is none that is known; perhaps another one was meant.
    case unknownDirective(String, suggestion: String?)
    /// It names no rule; these are the ones that speak there.
    case namesNoRule(found: [String])
    /// Its last day is over.
    case expired(rule: String, until: CalendarDay, isStillNeeded: Bool)
  }

  /// How it is written.
  public enum Form: Hashable, Sendable {
    /// A comment that begins with this word; on a line of its own, or behind something else.
    case comment(directive: String, isOnOwnLine: Bool)
    /// An `ignore` entry of the configuration.
    case entry
  }

  /// What is the matter.
  public var kind: Kind
  /// How the suppression is written.
  public var form: Form
  /// Where.
  public var range: TextRange
  /// The edit that removes what does nothing, if that is certain.
  public var removal: TextEdit?
  /// Whether the edit removes all that the comment says, and not one rule of several.
  public var removesComment: Bool

  /// Puts the parts together.
  public init(
    _ kind: Kind, in form: Form, at range: TextRange, removal: TextEdit? = nil, removesComment: Bool = false
  ) {
    self.kind = kind
    self.form = form
    self.range = range
    self.removal = removal
    self.removesComment = removesComment
  }
}

/// A rule about suppressions: it is asked when all others have spoken.
public protocol RuleAboutSuppressions: Rule {
  /// What it has to say about a suppression that does not do what it was written for.
  func check(_ problem: SuppressionProblem) -> Finding?
}

extension RuleAboutSuppressions {
  public func check(_ context: LintContext) -> [Finding] { [] }
}
