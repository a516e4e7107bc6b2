/// Why a file that stands, or is named, in a project is not read.
public enum RefusedFile: Error, Hashable, CaseIterable, Sendable {
  /// It lies outside of the project, or a link leads there.
  case outsideProject
  /// It lies in `.git`, or is that: it belongs to git, which may keep passwords there.
  case insideGit
  /// A link with the name of a document leads to a file that has none.
  case notADocument
  /// It is a file, and its path ends as that of a folder.
  case namedAsFolder

  /// What is wrong, behind the path that names the file.
  public var phrase: String {
    switch self {
    case .outsideProject: "is outside of the manifest's project"
    case .insideGit: "belongs to git, and '.git' holds no documents"
    case .notADocument: "leads to a file whose name does not end in .json, .yaml or .yml"
    case .namedAsFolder: "is a file, and the slash at its end is for folders"
    }
  }

  /// What is wrong, for a file that was not named by a path in another one.
  var summary: String {
    switch self {
    case .outsideProject: "a link that leads outside of the project"
    case .insideGit: "a link into '.git', where no documents are"
    case .notADocument: "a link to a file whose name does not end in .json, .yaml or .yml"
    case .namedAsFolder: "a file, not a folder"
    }
  }
}
