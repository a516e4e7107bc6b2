/// A folder with `.git` in it, as far as ignored files are concerned.
struct Repository {
  /// Its location.
  let root: FilePath

  /// Finds the repository that a folder is in.
  init?(containing folder: FilePath, in workingDirectory: WorkingDirectory) {
    var folder = folder
    while true {
      if SystemCalls.exists(workingDirectory.opened(folder.appending(".git"))) { break }
      let parent = folder.parent
      if parent == folder { return nil }
      folder = parent
    }
    root = folder
  }

  /// Takes a folder that is known to hold `.git`.
  init(root: FilePath) {
    self.root = root
  }

  /// The folder with what belongs to these files alone, such as the index.
  ///
  /// In a worktree and a submodule `.git` is a file that says where it is.
  func gitFolder(in workingDirectory: WorkingDirectory) -> FilePath {
    let folder = root.appending(".git")
    guard let link = firstLine(of: folder, workingDirectory), link.starts(with: "gitdir: ".utf8) else { return folder }
    return root.appending(FilePath(bytes: Array(link.dropFirst(8))))
  }

  /// The file with patterns that are not shared: `.git/info/exclude`, which all worktrees have in common.
  func excludeFile(in workingDirectory: WorkingDirectory) -> FilePath {
    let folder = gitFolder(in: workingDirectory)
    let shared = firstLine(of: folder.appending("commondir"), workingDirectory)
    return (shared.map { folder.appending(FilePath(bytes: Array($0))) } ?? folder).appending("info/exclude")
  }

  private func firstLine(of file: FilePath, _ workingDirectory: WorkingDirectory) -> ArraySlice<UInt8>? {
    guard let bytes = try? FileReader(limit: 1 << 16).read(workingDirectory.opened(file)) else { return nil }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return line.isEmpty ? nil : line
  }
}
