/// What a folder holds.
public enum FolderListing {
  /// The names in a folder, and whether each is a folder or a link to one; nothing if it cannot be read.
  public static func entries(of folder: FilePath) -> [(name: String, isFolder: Bool)] {
    guard let listing = try? SystemCalls.entries(of: folder) else { return [] }
    return listing.entries.compactMap { entry in
      let name = listing.name(of: entry)
      guard let text = String(validating: name, as: UTF8.self) else { return nil }
      return (text, entry.kind == .folder || (entry.kind == .link && folder.appending(name).isFolder))
    }
  }
}
