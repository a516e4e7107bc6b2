/// Notices, by looking, that other configurations are in force for files, or that theirs have changed.
public struct ConfigurationObserver: Sendable {
  private struct State: Hashable {
    var configuration: FilePath?
    var status: FileStatus?
  }

  private let workingDirectory: WorkingDirectory
  private var states: [FilePath: State] = [:]

  /// Has seen nothing yet.
  public init(workingDirectory: WorkingDirectory) {
    self.workingDirectory = workingDirectory
  }

  /// Whether what is in force for the files in some folders is not what it was when they were last looked at.
  public mutating func look(above folders: Set<FilePath>) -> Bool {
    var finder = ConfigurationFinder(workingDirectory: workingDirectory)
    var next: [FilePath: State] = [:]
    for folder in folders {
      let configuration = finder.nearest(above: folder)
      next[folder] = State(
        configuration: configuration,
        status: configuration.flatMap {
          try? SystemCalls.status(of: workingDirectory.opened($0), followingLinks: true)
        })
    }
    defer { states = next }
    return next.contains { folder, state in states[folder].map { $0 != state } ?? false }
  }
}
