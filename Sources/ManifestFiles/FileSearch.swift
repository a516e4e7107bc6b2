/// One run of a ``FileDiscovery``.
struct FileSearch {
  private let workingDirectory: WorkingDirectory
  private let respectsIgnoreFiles: Bool
  private let forcesExclude: Bool

  private var found = FoundFiles()
  private var lookup: ConfigurationLookup
  /// Whether only one path was named, so that nothing can be found twice.
  private let isSingle: Bool
  private var knownFolders: [FilePath: FilePath] = [:]

  init(
    _ workingDirectory: WorkingDirectory, _ configuration: FileDiscovery.Configuration, respectsIgnoreFiles: Bool,
    forcesExclude: Bool, isSingle: Bool
  ) {
    self.isSingle = isSingle
    self.workingDirectory = workingDirectory
    self.respectsIgnoreFiles = respectsIgnoreFiles
    self.forcesExclude = forcesExclude
    lookup = ConfigurationLookup(configuration, in: workingDirectory)
  }

  /// Takes a file, or searches a folder, that was named.
  mutating func add(_ path: FilePath) {
    let opened = workingDirectory.opened(path)
    do throws(SystemError) {
      let kind = try SystemCalls.status(of: opened, followingLinks: true).kind
      switch kind {
      case .regular: addFile(path)
      case .folder: addFolder(path)
      default: fail(path, .notRegularFile(kind))
      }
    } catch {
      let link = try? SystemCalls.status(of: opened, followingLinks: false)
      fail(path, error == .notFound && link?.kind == .link ? .brokenLink : FileError(path, .read, error).reason)
    }
  }

  /// What was found, in order.
  consuming func result() -> FoundFiles {
    if !isSingle { found.files.removeRepeats() }
    found.files.sort()
    found.errors = Set(found.errors).sorted { ($0.path, $0.summary) < ($1.path, $1.summary) }
    found.excluded = Set(found.excluded).sorted()
    return found
  }

  private mutating func fail(_ path: FilePath, _ reason: FileError.Reason) {
    found.errors.append(FileError(path: workingDirectory.shown(path), operation: .read, reason: reason))
  }

  private mutating func addFile(_ path: FilePath) {
    let path = path.normalized
    let folder = location(ofFolder: path.parent)
    let (rules, configuration) = lookup.rules(in: folder)
    let location = folder.appending(path.name)
    if forcesExclude, let rules, rules.excludes(location, isFolder: false) {
      return found.excluded.append(workingDirectory.shown(path))
    }
    if let refusal = ProjectRoot.refusal(ofNamed: path, in: workingDirectory) { return fail(path, .refused(refusal)) }
    let shown = workingDirectory.shown(path)
    found.files.append(FoundFile(path: shown, location: location, origin: .named, configuration: configuration))
  }

  private mutating func addFolder(_ path: FilePath) {
    let location = location(ofFolder: path.normalized)
    var (rules, configuration) = lookup.rules(in: location.parent)
    if let bound = rules, bound.excludes(location, isFolder: true) {
      if forcesExclude { return found.excluded.append(workingDirectory.shown(path)) }
      rules?.liftExclude()
    }
    if let refusal = ProjectRoot.refusal(ofNamed: path, in: workingDirectory) { return fail(path, .refused(refusal)) }
    var walk = FolderWalk(
      location, shown: workingDirectory.shown(path), in: workingDirectory, respectsIgnoreFiles: respectsIgnoreFiles)
    walk.begin(rules, configuration, &lookup)
    while let file = walk.next(&lookup) { found.files.append(file) }
    found.errors += walk.errors
    found.folders += walk.folders
  }

  /// The location of a folder; files that lie in one folder share the work.
  private mutating func location(ofFolder path: FilePath) -> FilePath {
    if let known = knownFolders[path] { return known }
    let location = workingDirectory.resolved(folder: path)
    knownFolders[path] = location
    return location
  }
}
