extension FilePath {
  /// Whether there is anything at this path.
  public var exists: Bool { SystemCalls.exists(self) }

  /// Whether there is a folder at this path, or a link to one.
  public var isFolder: Bool {
    (try? SystemCalls.status(of: self, followingLinks: true))?.kind == .folder
  }
}
