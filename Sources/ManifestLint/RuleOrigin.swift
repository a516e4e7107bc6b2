/// Who asks for what a rule checks.
public enum RuleOrigin: String, CaseIterable, Hashable, Sendable {
  /// Pipedrive enforces or states it.
  case platform
  /// The approval checklist or the reviewers ask for it.
  case review
  /// We advise it.
  case advice
}
