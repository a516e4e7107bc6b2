import ManifestFiles
import ManifestLint

/// The files of a project on the disk, as manifests name them.
struct DiskFiles: ReferencedFiles {
  private let workingDirectory: WorkingDirectory

  /// Files that relative paths lead to from a folder.
  init(_ workingDirectory: WorkingDirectory) {
    self.workingDirectory = workingDirectory
  }

  func contents(
    of path: String, relativeTo manifest: String, limit: Int
  ) -> Result<[UInt8], ReferencedFileProblem> {
    switch file(path, namedBy: manifest) {
    case .failure(let problem): return .failure(problem)
    case .success(let file):
      do throws(FileError) {
        return .success(try FileReader(limit: limit).read(file))
      } catch {
        return .failure(ReferencedFileProblem(error.reason))
      }
    }
  }

  /// The file that a manifest names by a path.
  func file(_ path: String, namedBy manifest: String) -> Result<FilePath, ReferencedFileProblem> {
    // A text without a name lies nowhere.
    if manifest.hasPrefix("<") { return .failure(.unknown) }
    do throws(RefusedFile) {
      return .success(try ProjectRoot.file(path, namedBy: FilePath(manifest), in: workingDirectory))
    } catch {
      return .failure(ReferencedFileProblem(error))
    }
  }
}

extension ReferencedFileProblem {
  init(_ reason: FileError.Reason) {
    switch reason {
    case .notFound, .brokenLink: self = .missing
    case .isFolder: self = .isFolder
    case .tooLarge: self = .overLimit
    case .refused(let refusal): self.init(refusal)
    case .notADocument: self = .notADocument
    case .notReadable, .notWritable, .notRegularFile, .alreadyExists, .closed, .failed, .other: self = .unreadable
    }
  }

  init(_ refusal: RefusedFile) {
    switch refusal {
    case .outsideProject: self = .outsideProject
    case .insideGit: self = .insideGit
    case .notADocument: self = .notADocument
    case .namedAsFolder: self = .namedAsFolder
    }
  }
}
