/// Finds the configuration that is in force for a file: the nearest one above it.
public struct ConfigurationFinder: Sendable {
  private let workingDirectory: WorkingDirectory
  private var known: [FilePath: FilePath?] = [:]
  private var assumed: Set<FilePath> = []

  /// Looks from the folders of files upward; what was found for a folder is remembered.
  public init(workingDirectory: WorkingDirectory) {
    self.workingDirectory = workingDirectory
  }

  /// Takes it that there is a file at a location, though it may not have been saved yet.
  public mutating func assume(_ location: FilePath) {
    if assumed.insert(location).inserted { known = [:] }
  }

  /// The location of the nearest configuration in the folder at a location or above it.
  public mutating func nearest(above folder: FilePath) -> FilePath? {
    var passed: [FilePath] = []
    var result: FilePath?
    var folder = folder
    while true {
      if let found = known[folder] {
        result = found
        break
      }
      passed.append(folder)
      result = configuration(in: folder)
      let parent = folder.parent
      if result != nil || parent == folder { break }
      folder = parent
    }
    for folder in passed { known[folder] = .some(result) }
    return result
  }

  /// Whether the disk still says what it said of the folders that were asked about.
  public var isUpToDate: Bool {
    var other = self
    other.known = [:]
    return known.allSatisfy { folder, result in other.nearest(above: folder) == result }
  }

  private func configuration(in folder: FilePath) -> FilePath? {
    for name in ConfigurationFile.names {
      let file = folder.appending(name.utf8)
      if assumed.contains(file) || SystemCalls.exists(workingDirectory.opened(file)) { return file }
    }
    return nil
  }
}
