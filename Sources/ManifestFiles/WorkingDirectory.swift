/// The folder that relative paths begin in.
///
/// A *location* is an absolute path; what is shown and opened is the path relative to this folder where that is
/// shorter. Opening by relative paths also works where a folder above may not be entered.
public struct WorkingDirectory: Hashable, Sendable {
  /// Its location.
  public let location: FilePath

  private let isOfProcess: Bool

  /// Takes the working directory of the process.
  public static func ofProcess() throws(FileError) -> WorkingDirectory {
    do {
      return WorkingDirectory(location: try SystemCalls.workingDirectory(), isOfProcess: true)
    } catch {
      throw FileError(.current, .search, error)
    }
  }

  /// Gives the process another working directory, and takes that.
  public static func change(to folder: FilePath) throws(FileError) -> WorkingDirectory {
    do throws(SystemError) {
      try SystemCalls.changeWorkingDirectory(to: folder)
    } catch {
      throw FileError(folder, .search, error)
    }
    return try ofProcess()
  }

  /// Lets paths begin in a folder that is not the working directory of the process.
  public init(_ location: FilePath) {
    self.init(location: location.normalized, isOfProcess: false)
  }

  private init(location: FilePath, isOfProcess: Bool) {
    self.location = location
    self.isOfProcess = isOfProcess
  }

  /// The path as it is shown: normalised, and relative to this folder where that is shorter.
  public func shown(_ path: FilePath) -> FilePath {
    let path = path.normalized
    guard path.isAbsolute, !path.components.contains(where: { $0.elementsEqual([.dot, .dot]) }) else { return path }
    let relative = path.relative(to: location)
    return relative.bytes.count < path.bytes.count ? relative : path
  }

  /// The path by which the operating system finds it.
  public func opened(_ path: FilePath) -> FilePath {
    if isOfProcess {
      guard path.isAbsolute, path.isInside(location) else { return path }
      return path.relative(to: location)
    }
    return location.appending(path)
  }

  /// The absolute path of a file, without links in the folders above it where they can be followed.
  public func location(of file: FilePath) -> FilePath {
    let file = file.normalized
    // `.` and `..` are no names in a folder above.
    if file.name.allSatisfy({ $0 == .dot }), file.name.count < 3 { return resolved(folder: file) }
    return resolved(folder: file.parent).appending(file.name)
  }

  /// The absolute path of what a name leads to, without any link; its location where it leads nowhere.
  public func realLocation(of path: FilePath) -> FilePath {
    SystemCalls.realPath(opened(path)) ?? location(of: path)
  }

  /// The location of the repository that this folder is in: the nearest folder upward that holds `.git`.
  public var repository: FilePath? { Repository(containing: location, in: self)?.root }

  /// The absolute path, without links in the folders above it where they can be followed.
  func resolved(folder path: FilePath) -> FilePath {
    let path = path.normalized
    if path == .current { return location }
    return SystemCalls.realPath(opened(path)) ?? location.appending(path).collapsed
  }
}
