import Foundation
import ManifestFiles

/// A folder of its own for a test, gone when the test is over.
final class TemporaryFolder {
  /// Its location, without links.
  let location: FilePath

  init() throws {
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    let path = "\(parent)/manifestlint-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    location = FilePath(path)
  }

  deinit {
    // Unlike Foundation, `rm` also removes what lies too deep for a path.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/rm")
    process.arguments = ["-rf", location.text]
    try? process.run()
    process.waitUntilExit()
  }

  /// The path of something in the folder.
  func path(_ name: String) -> FilePath {
    location.appending(FilePath(name))
  }

  /// Writes a file, and makes the folders that it lies in.
  func write(_ name: String, _ text: String = "") throws {
    let file = URL(fileURLWithPath: path(name).text)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Makes a folder.
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name).text, withIntermediateDirectories: true)
  }

  /// Makes a link.
  func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name).text, withDestinationPath: destination)
  }

  /// What a file holds.
  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name).text, encoding: .utf8)
  }

  /// The names in the folder, sorted.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: location.text).sorted() }
  }
}
