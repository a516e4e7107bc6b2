/// The files that a manifest names by their paths, such as the pictures of a listing.
public protocol ReferencedFiles: Sendable {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: The path as the manifest has it.
  ///   - manifest: The path of the manifest that it is relative to.
  ///   - limit: The most bytes that are of interest; a file of more is `overLimit`.
  /// - Returns: All its bytes, or why there are none.
  func contents(
    of path: String, relativeTo manifest: String, limit: Int
  ) -> Result<[UInt8], ReferencedFileProblem>
}

/// Why there are no bytes of a file.
public enum ReferencedFileProblem: Error, Hashable, CaseIterable, Sendable {
  /// Nobody looks at files here, so nothing is said of them.
  case unknown
  /// There is no such file.
  case missing
  /// It lies outside of the manifest's project.
  case outsideProject
  /// It belongs to git.
  case insideGit
  /// It has the name of a document, and is a link to a file that has none.
  case notADocument
  /// It is a file, and a slash at the end of the path says that it were a folder.
  case namedAsFolder
  /// It may not be read, or is nothing that can be read.
  case unreadable
  /// It is a folder.
  case isFolder
  /// It has more bytes than were asked for.
  case overLimit
}

/// No files: what is asked for is unknown, as in an editor's buffer or in standard input.
public struct UnknownFiles: ReferencedFiles {
  /// No files.
  public init() {}

  public func contents(
    of path: String, relativeTo manifest: String, limit: Int
  ) -> Result<[UInt8], ReferencedFileProblem> {
    .failure(.unknown)
  }
}
