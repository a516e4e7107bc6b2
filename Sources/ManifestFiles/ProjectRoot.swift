import ManifestText

/// The folder that a manifest's project begins in.
public enum ProjectRoot {
  /// The nearest folder above the location of a file that holds `.git` or a configuration, else the file's own folder.
  public static func location(of file: FilePath, in workingDirectory: WorkingDirectory) -> FilePath {
    let names = [".git"] + ConfigurationFile.names
    var folder = file.parent
    while true {
      let isRoot = names.contains { SystemCalls.exists(workingDirectory.opened(folder.appending($0.utf8))) }
      if isRoot { return folder }
      let parent = folder.parent
      if parent == folder { return file.parent }
      folder = parent
    }
  }

  /// The file that a document names by a path relative to itself.
  ///
  /// Links are followed before that is judged. A file that does not exist is judged by the folder it would be in.
  ///
  /// - Parameters:
  ///   - path: The path as it stands in the document.
  ///   - document: The document, such as a manifest.
  ///   - root: Where the project begins; `nil` to look for it above the document.
  /// - Throws: Why it is not to be read, such as that it lies outside of the project.
  public static func file(
    _ path: String, namedBy document: FilePath, below root: FilePath? = nil, in workingDirectory: WorkingDirectory
  ) throws(RefusedFile) -> FilePath {
    guard !path.utf8.contains(0) else { throw .outsideProject }
    let folder = workingDirectory.location.appending(document.parent).collapsed
    let location = folder.appending(FilePath(argument: path)).collapsed
    let root =
      root ?? Self.location(of: folder.appending(FilePath(bytes: Array(document.name))), in: workingDirectory)
    let realRoot = SystemCalls.realPath(root) ?? root
    let real =
      SystemCalls.realPath(location)
      ?? SystemCalls.realPath(location.parent)?.appending(FilePath(bytes: Array(location.name))) ?? location
    if !real.isInside(realRoot) {
      guard real == location, location.isInside(root) else { throw .outsideProject }
    } else if real.isGitData(below: realRoot) {
      throw .insideGit
    }
    if location.isInside(root), location.isGitData(below: root) { throw .insideGit }
    let kind = try? SystemCalls.status(of: real, followingLinks: true).kind
    if kind == .regular {
      if path.hasSuffix("/") || path.hasSuffix("/.") { throw .namedAsFolder }
      if location.hasDocumentName, !real.hasDocumentName { throw .notADocument }
    }
    return workingDirectory.shown(location)
  }
}

// MARK: - Links

extension ProjectRoot {
  /// Why a file is not to be read that a search has come to; `nil` where it is.
  ///
  /// Whoever adds a link to a project is not to choose what is read outside of it: a link must stay in the repository
  /// that it stands in, outside of one in a folder.
  ///
  /// - Parameters:
  ///   - location: The place of the file or the link; no link may be above it.
  ///   - folder: What no link outside of a repository may lead out of; `nil` where it may lead anywhere.
  public static func refusal(
    ofFileAt location: FilePath, within folder: FilePath?, in workingDirectory: WorkingDirectory
  ) -> RefusedFile? {
    let opened = workingDirectory.opened(location)
    guard (try? SystemCalls.status(of: opened, followingLinks: false))?.kind == .link else { return nil }
    guard let root = Repository(containing: location.parent, in: workingDirectory)?.root ?? folder else { return nil }
    guard let real = SystemCalls.realPath(opened) else {
      // Nothing is there to be read, or nobody knows what.
      return SystemCalls.exists(opened) ? .outsideProject : nil
    }
    let realRoot = workingDirectory.realLocation(of: root)
    guard real.isInside(realRoot) else { return .outsideProject }
    if real.isGitData(below: realRoot) { return .insideGit }
    let isDocument = !location.hasDocumentName || real.hasDocumentName || real.isFolder
    return isDocument ? nil : .notADocument
  }

  /// Why a file or folder is not to be read that the user, or a hook in the user's place, has named; `nil` where it is.
  ///
  /// A hook names what it finds in a commit. Links outside of any repository are the user's own, and so are those above
  /// the working directory.
  public static func refusal(ofNamed path: FilePath, in workingDirectory: WorkingDirectory) -> RefusedFile? {
    let shown = workingDirectory.shown(path)
    let components = shown.isAbsolute ? [shown.bytes[...]] : shown.components
    var place = FilePath.current
    for component in components {
      place = place.appending(FilePath(bytes: Array(component)))
      guard (try? SystemCalls.status(of: workingDirectory.opened(place), followingLinks: false))?.kind == .link else {
        continue
      }
      let location = workingDirectory.location(of: place)
      if let refusal = refusal(ofFileAt: location, within: nil, in: workingDirectory) { return refusal }
    }
    return nil
  }
}

extension FilePath {
  /// Whether its name is one of a JSON or YAML file.
  public var hasDocumentName: Bool { DocumentName.isOne(name) }

  /// Whether it is `.git`, or lies in it, as seen from a folder that it lies in; both must be normalised.
  fileprivate func isGitData(below folder: FilePath) -> Bool {
    // Where a disk takes letters of any case for the same, `.GIT` is `.git`.
    relative(to: folder).components.contains { name in
      name.count == 4 && zip(name, ".git".utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }
  }
}
