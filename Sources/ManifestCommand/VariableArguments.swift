import ArgumentParser
import ManifestFiles
import ManifestLint

/// The options that give variables their values.
struct VariableArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("Give a variable a value; may be repeated, the last one counts.", valueName: "name=value"))
  var env: [String] = []

  @Option(
    help: ArgumentHelp("Read values of variables from a file of NAME=VALUE lines; may be repeated.", valueName: "file"))
  var envFile: [String] = []

  @Flag(help: "Take values that are given nowhere else from the environment of the process.")
  var envFromProcess = false

  // Values of `--env` are taken as they are: the argument parser would print one that it cannot read.
  func validate() throws {
    for argument in env {
      do throws(EnvironmentFileError) {
        _ = try Self.assignment(argument)
      } catch {
        throw ValidationError(error.message)
      }
    }
  }

  /// The name and the value in an argument of `--env`.
  private static func assignment(_ argument: String) throws(EnvironmentFileError) -> (name: String, value: String) {
    guard let separator = argument.firstIndex(of: "=") else {
      throw EnvironmentFileError(message: "the value of '--env' has no '='; write NAME=VALUE")
    }
    let name = String(argument[..<separator])
    guard EnvironmentFile.isName(name) else {
      throw EnvironmentFileError(
        message:
          "'\(FilePath(name))' is no name of a variable for '--env'; write letters, digits and '_', no digit first")
    }
    return (name, String(argument[argument.index(after: separator)...]))
  }
}

extension VariableArguments {
  /// The values: `--env` wins over `--env-file`, and both over the environment of the process.
  func variables() throws(EnvironmentFileError) -> Variables {
    var values: [String: String] = [:]
    for path in envFile {
      let bytes: [UInt8]
      do throws(FileError) {
        let file = FilePath(argument: path)
        try file.checkLinks(for: .read)
        bytes = try FileReader().read(file)
      } catch {
        throw EnvironmentFileError(message: "the file of --env-file cannot be read: \(error.message)")
      }
      for (name, value) in try EnvironmentFile.assignments(in: String(decoding: bytes, as: UTF8.self), named: path) {
        values[name] = value
      }
    }
    for argument in env {
      let (name, value) = try Self.assignment(argument)
      values[name] = value
    }
    return envFromProcess ? Variables(values, else: { Environment.process[$0] }) : Variables(values)
  }
}

/// Why a file of variables cannot be used.
struct EnvironmentFileError: Error, Hashable {
  /// One line that names the file; never a value.
  var message: String
}

/// A file that gives variables their values, a line each, as `.env` files do.
///
/// A line is `NAME=VALUE`, with `export ` before it or not. Quotes around a value are taken off: in double ones `\n`,
/// `\"`, `\\` and `\$` are escapes, in single ones nothing is. Without quotes a value ends before ` #`. Blank lines and
/// lines that begin with `#` say nothing.
enum EnvironmentFile {
  /// The assignments of a file, in order.
  static func assignments(
    in text: String, named path: String
  ) throws(EnvironmentFileError) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      var rest = line.drop(while: \.isWhitespace)
      if index == 0, rest.first == "\u{FEFF}" { rest = rest.dropFirst() }
      if rest.isEmpty || rest.first == "#" { continue }
      if rest.hasPrefix("export ") { rest = rest.dropFirst("export ".count).drop(while: \.isWhitespace) }
      guard let separator = rest.firstIndex(of: "="), isName(String(rest[..<separator])) else {
        throw EnvironmentFileError(message: "'\(path)', line \(index + 1): expected NAME=VALUE")
      }
      guard let value = value(of: rest[rest.index(after: separator)...]) else {
        throw EnvironmentFileError(message: "'\(path)', line \(index + 1): a quote is not closed")
      }
      result.append((String(rest[..<separator]), value))
    }
    return result
  }

  /// Whether a text can be the name of a variable.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
  }

  private static func value(of text: Substring) -> String? {
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      let end = text.firstPlace(of: " #")?.lowerBound ?? text.endIndex
      var value = text[..<end]
      while value.last?.isWhitespace == true { value.removeLast() }
      return String(value)
    }
    var result = ""
    var rest = text.dropFirst()
    while let character = rest.popFirst() {
      if character == quote { return result }
      guard character == "\\", quote == "\"", let escaped = rest.popFirst() else {
        result.append(character)
        continue
      }
      switch escaped {
      case "n": result.append("\n")
      case "\"", "\\", "$": result.append(escaped)
      default: result += ["\\", escaped]
      }
    }
    return nil
  }
}
