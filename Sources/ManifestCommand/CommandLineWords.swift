import ManifestFiles

/// The words of the command line, as the parser takes them.
enum CommandLineWords {
  /// Those of the process, without its name.
  static var ofProcess: [String] { prepared(Array(RunningProgram.arguments.dropFirst())) }

  /// Lets an option whose value may be missing take it behind `=` only, so that a path behind it stays a path.
  ///
  /// The parser knows no such option, so it gets a flag and an option that is not shown.
  static func prepared(_ words: [String]) -> [String] {
    let end = words.firstIndex(of: "--") ?? words.count
    let option = "--add-suppressions="
    return words[..<end].flatMap { word in
      guard word.hasPrefix(option) else { return [word] }
      let reason = word.dropFirst(option.count)
      return ["--add-suppressions"] + (reason.allSatisfy { $0 == " " } ? [] : ["--suppression-reason=" + reason])
    } + words[end...]
  }
}
