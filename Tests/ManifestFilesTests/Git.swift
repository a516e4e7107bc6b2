import Foundation
import ManifestFiles
import Testing

/// The real git, to compare with.
struct Git {
  private let folder: FilePath

  /// Makes a repository in a folder; `nil`, with a word about it, where there is no git.
  init?(repositoryIn folder: FilePath, _ options: [String] = []) throws {
    self.folder = folder
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/git") else {
      print("skipped the comparison with git: there is no /usr/bin/git")
      return nil
    }
    _ = try run(["init", "--quiet"] + options)
  }

  /// Runs git, and gives the paths that it prints.
  func run(_ arguments: [String], input: [String] = []) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.text)
    process.environment = [
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "HOME": folder.text, "PATH": "/usr/bin:/bin",
    ]
    let (inputPipe, outputPipe) = (Pipe(), Pipe())
    process.standardInput = inputPipe
    process.standardOutput = outputPipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The lists are far shorter than what a pipe holds.
    try inputPipe.fileHandleForWriting.write(contentsOf: Data(input.map { $0 + "\0" }.joined().utf8))
    try inputPipe.fileHandleForWriting.close()
    let output = try outputPipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
