import ManifestFiles
import ManifestLint

/// The texts of a run: those on the disk, and what fixes have made of them.
struct TextStore: ReferencedFiles {
  private let workingDirectory: WorkingDirectory
  private let disk: DiskFiles
  /// What fixes have made, by the location of the file that is meant in the end.
  private var fixed: [FilePath: SourceText] = [:]

  /// The texts that relative paths lead to from a folder.
  init(_ workingDirectory: WorkingDirectory) {
    self.workingDirectory = workingDirectory
    disk = DiskFiles(workingDirectory)
  }

  /// The text of a file.
  func source(at path: FilePath) throws(FileError) -> SourceText {
    if !fixed.isEmpty, let source = fixed[workingDirectory.realLocation(of: path)] { return source.named(path) }
    return try FileReader().source(at: path)
  }

  /// Keeps what fixes have made of a file.
  mutating func keep(_ source: SourceText, at path: FilePath) {
    fixed[workingDirectory.realLocation(of: path)] = source
  }

  /// The file that a manifest names by a path, where it lies inside the manifest's project.
  func file(_ path: String, namedBy manifest: String) -> FilePath? {
    try? disk.file(path, namedBy: manifest).get()
  }

  /// The location by which a file is known, however it is named.
  func location(of path: FilePath) -> FilePath { workingDirectory.location(of: path) }

  func contents(
    of path: String, relativeTo manifest: String, limit: Int
  ) -> Result<[UInt8], ReferencedFileProblem> {
    if !fixed.isEmpty, let file = file(path, namedBy: manifest),
      let source = fixed[workingDirectory.realLocation(of: file)]
    {
      return source.bytes.count > limit ? .failure(.overLimit) : .success(source.bytes)
    }
    return disk.contents(of: path, relativeTo: manifest, limit: limit)
  }
}

extension SourceText {
  /// The same text under the name of a file.
  fileprivate func named(_ path: FilePath) -> SourceText {
    self.path == path.text ? self : SourceText(path: path.text, bytes: bytes)
  }
}
