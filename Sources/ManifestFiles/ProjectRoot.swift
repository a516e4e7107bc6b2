/// The folder that a manifest's project begins in.
public enum ProjectRoot {
  /// The nearest folder above the location of a file that holds `.git` or a configuration, else the file's own folder.
  public static func location(of file: FilePath, in workingDirectory: WorkingDirectory) -> FilePath {
    let names = [".git"] + ConfigurationFile.names
    var folder = file.parent
    while true {
      let isRoot = names.contains { SystemCalls.exists(workingDirectory.opened(folder.appending($0.utf8))) }
      if isRoot { return folder }
      let parent = folder.parent
      if parent == folder { return file.parent }
      folder = parent
    }
  }

  /// The file that a manifest names by a path relative to itself; `nil` if it lies outside of the manifest's project.
  ///
  /// Links are followed before that is judged. A file that does not exist is judged by the folder it would be in.
  public static func file(
    _ path: String, namedBy manifest: FilePath, in workingDirectory: WorkingDirectory
  ) -> FilePath? {
    guard !path.utf8.contains(0) else { return nil }
    let folder = workingDirectory.location.appending(manifest.parent).collapsed
    let location = folder.appending(FilePath(argument: path)).collapsed
    let root = Self.location(of: folder.appending(FilePath(bytes: Array(manifest.name))), in: workingDirectory)
    let realRoot = SystemCalls.realPath(root) ?? root
    let real =
      SystemCalls.realPath(location)
      ?? SystemCalls.realPath(location.parent)?.appending(FilePath(bytes: Array(location.name))) ?? location
    guard real.isInside(realRoot) || (real == location && location.isInside(root)) else { return nil }
    return workingDirectory.shown(location)
  }
}
