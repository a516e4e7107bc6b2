import ManifestLint
import ManifestTestSupport
import Testing

private protocol Speaking: Rule {}

extension Speaking {
  func check(_ context: LintContext) -> [Finding] { [Finding("spoken", at: context.root)] }

  static func described(
    _ id: String, _ severity: RuleSeverity, _ origin: RuleOrigin
  ) -> RuleMetadata {
    RuleMetadata(
      id: id, section: .everyDocument, severity: severity, origin: origin, isOnByDefault: isOnByDefault, summary: "A.",
      rationale: "A.", remedy: "A.", source: nil, examples: [])
  }
}

private struct PlatformError: Speaking {
  static let metadata = described("platform-error", .usually(.warning, otherwise: .init(when: "x", .error)), .platform)
}

private struct PlatformWarning: Speaking {
  static let metadata = described("platform-warning", .warning, .platform)
}

private struct AdviceError: Speaking {
  static let metadata = described("advice-error", .error, .advice)
}

private struct OnRequest: Speaking {
  static let isOnByDefault = false
  static let metadata = described("on-request", .info, .platform)
}

@Suite struct RuleSetTests {
  private let rules: [any Rule.Type] = [PlatformError.self, PlatformWarning.self, AdviceError.self, OnRequest.self]

  private func spoken(_ profile: Profile, _ levels: [String: RuleSet.Level] = [:]) -> [String] {
    Linter(RuleSet(rules, profile: profile, levels: levels), schemas: [:]).lint(SourceText(path: "x", text: "a"))
      .diagnostics.map { "\($0.rule) \($0.severity)" }
  }

  @Test func `a profile chooses rules`() {
    #expect(spoken(.minimal) == ["platform-error warning"])
    #expect(spoken(.recommended) == ["advice-error error", "platform-error warning", "platform-warning warning"])
    #expect(spoken(.strict).count == 4)
    #expect(OnRequest.metadata.profiles == [.strict])
    #expect(PlatformError.metadata.profiles == [.minimal, .recommended, .strict])
  }

  @Test func `a level switches a rule on and off, whatever the profile is`() {
    #expect(spoken(.minimal, ["on-request": .at(.error)]) == ["on-request error", "platform-error warning"])
    #expect(spoken(.minimal, ["on-request": .on, "platform-error": .off]) == ["on-request info"])
    #expect(!spoken(.strict, ["on-request": .off]).contains("on-request info"))
  }

  @Test func `a level of a stage holds in that stage`() {
    let severity = RuleSeverity.staged(draft: .info, live: .error, otherwise: .init(when: "y", .warning))
    #expect(severity.level(in: .draft) == .info)
    #expect(severity.level(in: .live) == .error)
    #expect(severity.highest == .error)
    #expect(severity.cases.map(\.when) == ["in a draft", "when live", "y"])
  }
}
