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
}
