import Foundation
import Testing

/// A run of the built command, from outside.
struct CommandRun {
  /// The exit code; 128 and the signal's number for a run that a signal ended.
  let status: Int32
  let output: String
  let trouble: String

  /// The package's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The command, beside the tests that were built with it.
  static let binary: URL = {
    let besideTests = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "manifestlint")
    let candidates = [besideTests, root.appending(path: ".build/debug/manifestlint")].compactMap(\.self)
    guard let binary = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
      preconditionFailure("the command is not built: \(candidates.map(\.path))")
    }
    return binary
  }()

  /// What every run gets of the environment: where programs are, and what is set for a sanitizer.
  static let environment = ProcessInfo.processInfo.environment.filter { name, _ in
    name == "PATH" || name.hasSuffix("SAN_OPTIONS")
  }

  /// Runs the command with arguments in a folder.
  init(
    _ arguments: String..., in folder: URL = CommandRun.root, input: Data? = nil, environment: [String: String] = [:]
  ) throws {
    try self.init(
      executable: Self.binary, arguments: arguments, folder: folder, input: input, environment: environment)
  }

  /// Runs the command with arguments in a folder.
  init(
    _ arguments: [String], in folder: URL = CommandRun.root, input: Data? = nil, environment: [String: String] = [:]
  ) throws {
    try self.init(
      executable: Self.binary, arguments: arguments, folder: folder, input: input, environment: environment)
  }

  /// Runs a line of shell in which `$0` is the command.
  init(shell line: String, in folder: URL = CommandRun.root, environment: [String: String] = [:]) throws {
    try self.init(
      executable: URL(filePath: "/bin/sh"), arguments: ["-c", line, Self.binary.path], folder: folder, input: nil,
      environment: environment)
  }

  private init(
    executable: URL, arguments: [String], folder: URL, input: Data?, environment: [String: String]
  ) throws {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Self.environment.merging(environment) { $1 }
    // Files take any amount of output without a reader, so no pipe can fill up.
    let scratch = try TemporaryFolder()
    let (output, trouble) = (scratch.url.appending(path: "output"), scratch.url.appending(path: "trouble"))
    try Data().write(to: output)
    try Data().write(to: trouble)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: trouble)
    if let input {
      let file = scratch.url.appending(path: "input")
      try input.write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    self.output = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    self.trouble = String(decoding: try Data(contentsOf: trouble), as: UTF8.self)
  }
}

/// A folder that is gone with the value.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "manifestlint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file, with the folders above it.
  @discardableResult
  func write(_ path: String, _ text: String) throws -> URL {
    try write(path, Data(text.utf8))
  }

  /// Writes a file, with the folders above it.
  @discardableResult
  func write(_ path: String, _ data: Data) throws -> URL {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file
  }
}
