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

  /// The file with patterns that are not shared: `.git/info/exclude`.
  ///
  /// In a worktree and a submodule `.git` is a file that says where the rest is.
  func excludeFile(in workingDirectory: WorkingDirectory) -> FilePath {
    var folder = root.appending(".git")
    if let link = firstLine(of: folder, workingDirectory), link.starts(with: "gitdir: ".utf8) {
      folder = root.appending(FilePath(bytes: Array(link.dropFirst(8))))
    }
    if let shared = firstLine(of: folder.appending("commondir"), workingDirectory) {
      folder = folder.appending(FilePath(bytes: Array(shared)))
    }
    return folder.appending("info/exclude")
  }

  private func firstLine(of file: FilePath, _ workingDirectory: WorkingDirectory) -> ArraySlice<UInt8>? {
    guard let bytes = try? FileReader(limit: 1 << 16).read(workingDirectory.opened(file)) else { return nil }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return line.isEmpty ? nil : line
  }
}
