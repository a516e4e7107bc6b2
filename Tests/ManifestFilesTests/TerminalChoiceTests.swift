import ManifestFiles
import Testing

@Suite struct TerminalChoiceTests {
  @Test(
    arguments: [
      ([:], true, true), ([:], false, false), (["NO_COLOR": "1"], true, false), (["NO_COLOR": ""], true, true),
      (["FORCE_COLOR": "1"], false, true), (["FORCE_COLOR": "3"], false, true), (["FORCE_COLOR": "0"], true, false),
      (["FORCE_COLOR": "false"], true, false), (["FORCE_COLOR": ""], false, false),
      (["CLICOLOR_FORCE": "1"], false, true), (["CLICOLOR_FORCE": "0"], false, false), (["CLICOLOR": "0"], true, false),
      (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], true, true), (["NO_COLOR": "1", "FORCE_COLOR": "1"], true, false),
      (["TERM": "dumb"], true, false), (["TERM": "dumb", "FORCE_COLOR": "1"], false, true),
      (["TERM": "xterm-256color"], true, true),
    ] as [([String: String], Bool, Bool)])
  func `colours follow the environment and the terminal`(variables: [String: String], isTerminal: Bool, color: Bool) {
    let environment = Environment(variables)
    #expect(TerminalChoice.auto.usesColor(environment, isTerminal: isTerminal) == color)
    #expect(TerminalChoice.always.usesColor(environment, isTerminal: isTerminal))
    #expect(!TerminalChoice.never.usesColor(environment, isTerminal: isTerminal))
  }

  @Test(
    arguments: [
      ([:], true, false), (["TERM_PROGRAM": "vscode"], true, true), (["TERM_PROGRAM": "vscode"], false, false),
      (["VTE_VERSION": "7600"], true, true), (["VTE_VERSION": "4999"], true, false),
      (["TERM": "xterm-kitty"], true, true), (["WT_SESSION": "x", "CI": "true"], true, false),
      (["FORCE_HYPERLINK": "1"], false, true), (["FORCE_HYPERLINK": "0", "WT_SESSION": "x"], true, false),
      (["TERM": "dumb", "WT_SESSION": "x"], true, false),
    ] as [([String: String], Bool, Bool)])
  func `links go to terminals that know them`(variables: [String: String], isTerminal: Bool, links: Bool) {
    #expect(TerminalChoice.auto.usesHyperlinks(Environment(variables), isTerminal: isTerminal) == links)
    #expect(TerminalChoice.always.usesHyperlinks(Environment(variables), isTerminal: isTerminal))
    #expect(!TerminalChoice.never.usesHyperlinks(Environment(variables), isTerminal: isTerminal))
  }

  @Test func `the width is what the environment says`() {
    #expect(Terminal.width(of: .output, Environment(["COLUMNS": "99"])) == 99)
  }

  @Test func `the environment of the process can be asked`() {
    #expect(Environment.process.has("PATH"))
    #expect(Environment.process["A=B"] == nil)
    #expect(Environment.process[""] == nil)
  }
}
