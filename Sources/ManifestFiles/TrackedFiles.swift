/// What a repository tracks, read when it is asked for first.
final class TrackedFiles {
  private let repository: Repository
  private let workingDirectory: WorkingDirectory
  /// The index and, if it is split, the one with the other paths.
  private lazy var indexes = read()
  private var error: FileError?

  init(_ repository: Repository, in workingDirectory: WorkingDirectory) {
    self.repository = repository
    self.workingDirectory = workingDirectory
  }

  /// Whether the file at a location in the repository is tracked; of a folder, whether something in it is.
  func contains(_ location: [UInt8], isFolder: Bool) -> Bool {
    let root = repository.root.bytes
    let path = location.dropFirst(root.last == .slash ? root.count : root.count + 1)
    return indexes.contains { $0.contains(path, isFolder: isFolder) }
  }

  /// Why the index could not be read, once.
  func takeError() -> FileError? {
    defer { error = nil }
    return error
  }

  private func read() -> [GitIndex] {
    let folder = repository.gitFolder(in: workingDirectory)
    guard let index = read(folder.appending("index")) else { return [] }
    // What has been taken off the index since still stands in the shared one, and is not there to be found.
    return [index] + [index.sharedIndex.flatMap { read(folder.appending($0.utf8)) }].compactMap(\.self)
  }

  private func read(_ file: FilePath) -> GitIndex? {
    var reason = FileError.Reason.other("its format is not known")
    do throws(FileError) {
      let bytes = try FileReader(limit: 1 << 30).read(workingDirectory.opened(file))
      if let index = GitIndex(bytes) { return index }
    } catch {
      // A new repository has none.
      if error.reason == .notFound { return nil }
      reason = error.reason
    }
    error = FileError(path: workingDirectory.shown(file), operation: .read, reason: reason)
    return nil
  }
}
