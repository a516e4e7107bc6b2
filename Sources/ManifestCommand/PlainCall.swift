import ManifestFiles
import ManifestLint
import ManifestReport

/// A call with nothing but paths and the options that hooks and editors give.
///
/// Setting the argument parser up takes longer than linting a file. What is not plainly such a call is left to it, so that
/// help, completions and messages are its own; a test holds the two against each other.
enum PlainCall {
  /// The command that the arguments stand for; `nil` where the argument parser must look.
  static func command(_ arguments: [String]) -> LintCommand? {
    var command = LintCommand.withoutArguments
    var rest = arguments[...]
    var options: [String] = []
    if rest.first == "lint" { rest.removeFirst() }
    while let argument = rest.popFirst() {
      guard argument.utf8.first == UInt8(ascii: "-"), argument.utf8.count > 1 else {
        if ManifestLintCommand.subcommandNames.contains(argument) { return nil }
        command.paths.append(argument)
        continue
      }
      // One that is given twice is left to the parser too.
      guard !options.contains(argument), command.take(argument, &rest) else { return nil }
      options.append(argument)
    }
    do {
      try command.report.validate()
      try command.settings.validate()
      try command.validate()
    } catch {
      return nil
    }
    return command
  }
}

extension LintCommand {
  /// The command as the argument parser makes it of no arguments.
  fileprivate static var withoutArguments: LintCommand {
    var command = LintCommand()
    command.paths = []
    (command.fix, command.unsafeFixes, command.diff) = (false, false, false)
    (command.addSuppressions, command.suppressionReason) = (false, nil)
    (command.baseline, command.writeBaseline) = (nil, nil)
    command.report = .withoutArguments
    command.settings = .withoutArguments
    command.stdinFilename = nil
    command.variables = .withoutArguments
    (command.forceExclude, command.allowEmpty, command.listFiles) = (false, false, false)
    command.watch = false
    return command
  }

  /// Takes an option, with its value from the arguments behind it; `false` if it is none of the usual ones.
  fileprivate mutating func take(_ option: String, _ rest: inout ArraySlice<String>) -> Bool {
    switch option {
    case "--quiet": report.quiet = true
    case "--fix": fix = true
    case "--allow-empty": allowEmpty = true
    case "--format":
      guard let format = rest.popFirst().flatMap(ReportKind.init(argument:)) else { return false }
      report.format = format
    case "--stdin-filename":
      guard let name = rest.popFirst(), name.utf8.first != UInt8(ascii: "-") else { return false }
      stdinFilename = name
    default: return false
    }
    return true
  }
}

extension ReportArguments {
  fileprivate static var withoutArguments: ReportArguments {
    var arguments = ReportArguments()
    arguments.format = nil
    arguments.report = []
    arguments.failOn = .error
    (arguments.maxWarnings, arguments.maxDiagnostics) = (nil, nil)
    (arguments.quiet, arguments.verbose, arguments.statistics) = (false, false, false)
    arguments.level = nil
    (arguments.color, arguments.hyperlinks) = (.auto, .auto)
    arguments.jobs = nil
    return arguments
  }
}

extension SettingArguments {
  fileprivate static var withoutArguments: SettingArguments {
    var arguments = SettingArguments()
    (arguments.config, arguments.noConfig) = (nil, false)
    (arguments.stage, arguments.profile, arguments.kind) = (nil, nil, nil)
    (arguments.rule, arguments.only) = ([], [])
    return arguments
  }
}

extension VariableArguments {
  fileprivate static var withoutArguments: VariableArguments {
    var arguments = VariableArguments()
    arguments.env = []
    arguments.envFile = []
    arguments.envFromProcess = false
    return arguments
  }
}
