extension FilePath {
  /// Whether there is a folder at this path, or a link to one.
  public var isFolder: Bool {
    (try? SystemCalls.status(of: self, followingLinks: true))?.kind == .folder
  }

  /// Whether there is anything at this path, or a link to it.
  public var exists: Bool {
    (try? SystemCalls.status(of: self, followingLinks: true)) != nil
  }
}
