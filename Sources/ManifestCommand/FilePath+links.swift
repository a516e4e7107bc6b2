import ManifestFiles
import ManifestLint

extension FilePath {
  /// Makes sure that no link of a project leads out of it, on the way to a file that was named.
  func checkLinks(for operation: FileError.Operation) throws(FileError) {
    // Whoever stands in a folder that is gone can only name absolute paths.
    let workingDirectory = (try? WorkingDirectory.ofProcess()) ?? WorkingDirectory("/")
    guard let refusal = ProjectRoot.refusal(ofNamed: self, in: workingDirectory) else { return }
    throw FileError(path: self, operation: operation, reason: .refused(refusal))
  }
}

extension FileReader {
  /// Reads a file that was named, by the user or by a hook that has taken the name from a commit.
  func source(named path: FilePath) throws(FileError) -> SourceText {
    try path.checkLinks(for: .read)
    return try source(at: path)
  }
}

extension WorkingDirectory {
  /// Makes sure that a configuration that was found leads nowhere else: it may have come with the files that it is for.
  func checkLink(ofFoundConfiguration location: FilePath, for operation: FileError.Operation) throws(FileError) {
    guard let refusal = ProjectRoot.refusal(ofFileAt: location, within: location.parent, in: self) else { return }
    throw FileError(path: shown(location), operation: operation, reason: .refused(refusal))
  }
}
