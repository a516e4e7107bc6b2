/// What a file was at one time, to be compared with what it is at another.
public struct FileVersion: Hashable, Sendable {
  private let status: FileStatus?

  /// Looks at the file at a path; that there is none is a version too.
  public init(_ path: FilePath) {
    status = try? SystemCalls.status(of: path, followingLinks: true)
  }
}
