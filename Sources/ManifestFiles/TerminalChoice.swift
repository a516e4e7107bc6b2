/// Whether to use a means that only some terminals have: colours, or links.
public enum TerminalChoice: String, CaseIterable, Hashable, Sendable {
  case auto
  case always
  case never

  /// Whether to write colours.
  ///
  /// An option wins over everything. Then `NO_COLOR` says no; `FORCE_COLOR` and `CLICOLOR_FORCE` say yes even where
  /// nobody looks, `FORCE_COLOR=0` and `CLICOLOR=0` say no; else a terminal gets colours that is not a dumb one.
  public func usesColor(_ environment: Environment, isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if environment.has("NO_COLOR") || environment.isOff("FORCE_COLOR") { return false }
      if environment.has("FORCE_COLOR") || environment.isOn("CLICOLOR_FORCE") { return true }
      return isTerminal && environment["TERM"] != "dumb" && environment["CLICOLOR"] != "0"
    }
  }

  /// Whether to write links (OSC 8) behind names; there is no way to ask a terminal whether it knows them.
  public func usesHyperlinks(_ environment: Environment, isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if environment.has("FORCE_HYPERLINK") { return !environment.isOff("FORCE_HYPERLINK") }
      guard isTerminal, environment["TERM"] != "dumb", !environment.has("CI") else { return false }
      return Self.knowsHyperlinks(environment)
    }
  }

  private static func knowsHyperlinks(_ environment: Environment) -> Bool {
    if ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID"].contains(where: environment.has) { return true }
    if let version = environment["VTE_VERSION"].flatMap({ Int($0) }) { return version >= 5001 }
    if ["xterm-kitty", "alacritty", "xterm-ghostty", "foot", "wezterm"].contains(environment["TERM"] ?? "") {
      return true
    }
    return ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "zed"].contains(
      environment["TERM_PROGRAM"] ?? "")
  }
}
