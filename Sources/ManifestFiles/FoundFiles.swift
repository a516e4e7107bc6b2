/// What a search has brought.
public struct FoundFiles: Hashable, Sendable {
  /// The files, each once, sorted by the bytes of their paths.
  public var files = FoundFileList()
  /// What was named and does not exist, and what could not be searched, sorted by path.
  public var errors: [FileError] = []
  /// Files and folders that were named and that the configuration excludes, sorted.
  public var excluded: [FilePath] = []

  /// The locations of the folders that were searched.
  public var folders: [FilePath] = []

  /// Nothing, so far.
  public init() {}
}
