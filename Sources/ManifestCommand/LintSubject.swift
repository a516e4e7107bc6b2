import ManifestFiles
import ManifestLint

/// Something that a run was asked to lint.
enum LintSubject: Sendable {
  case file(FoundFile)
  /// Standard input, which can be read only once; it may go by a name.
  case standardInput(SourceText, isNamed: Bool)
  case unreadable(FilePath, FileError)

  /// The absolute path by which it is known in a baseline; `nil` for a text without a name and what cannot be read.
  func location(_ workingDirectory: WorkingDirectory) -> FilePath? {
    switch self {
    case .file(let file): file.location
    case .standardInput(let source, let isNamed): isNamed ? workingDirectory.location(of: FilePath(source.path)) : nil
    case .unreadable: nil
    }
  }

  /// The path that it goes by.
  var path: FilePath {
    switch self {
    case .file(let file): file.path
    case .standardInput(let source, _): FilePath(source.path)
    case .unreadable(let path, _): path
    }
  }
}
