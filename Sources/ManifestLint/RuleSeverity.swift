/// How bad the findings of a rule are by default.
public struct RuleSeverity: Hashable, Sendable {
  /// A level and when it holds.
  public struct Case: Hashable, Sendable {
    /// When it holds, such as `draft`; empty for always.
    public var when: String
    /// The level.
    public var severity: Severity

    /// Puts the two together.
    public init(when: String, _ severity: Severity) {
      self.when = when
      self.severity = severity
    }
  }

  /// The levels in the order in which they are documented.
  public let cases: [Case]
  private let draft: Severity
  private let live: Severity

  /// The worst of them.
  public var highest: Severity { cases.map(\.severity).max() ?? .error }

  /// The level of a finding that does not bring its own.
  public func level(in stage: Stage) -> Severity {
    switch stage {
    case .draft: draft
    case .live: live
    }
  }

  private init(cases: [Case], draft: Severity, live: Severity) {
    self.cases = cases
    self.draft = draft
    self.live = live
  }

  /// Always the same level.
  public static func always(_ severity: Severity) -> RuleSeverity {
    RuleSeverity(cases: [Case(when: "", severity)], draft: severity, live: severity)
  }

  public static let error = always(.error)
  public static let warning = always(.warning)
  public static let info = always(.info)

  /// One level, and others for findings that bring their own.
  public static func usually(_ severity: Severity, otherwise cases: Case...) -> RuleSeverity {
    RuleSeverity(cases: [Case(when: "", severity)] + cases, draft: severity, live: severity)
  }

  /// One level in a draft and one when live, and others for findings that bring their own.
  public static func staged(draft: Severity, live: Severity, otherwise cases: Case...) -> RuleSeverity {
    let stages = [Case(when: "in a draft", draft), Case(when: "when live", live)]
    return RuleSeverity(cases: stages + cases, draft: draft, live: live)
  }
}
