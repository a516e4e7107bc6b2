import ManifestText

/// Walks through a folder and all below it, and hands out the files to be linted in the order of their paths' bytes.
///
/// It asks the file system for the content of folders and for nothing else, as long as that tells what is a folder.
struct FolderWalk {
  /// A folder that the walk is in.
  private struct Level {
    var listing: DirectoryListing
    var next = 0
    /// The length of the folder's location, with a slash at its end.
    var length: Int
    /// How many levels of ignored files were known when the folder was entered.
    var ignoreCount: Int
    /// The first of them that belongs to the same repository.
    var ignoreStart: Int
    /// Whether it is ignored, and was entered for what is tracked in it.
    var isIgnored: Bool
    /// What the repository tracks that it is in; `nil` outside of any.
    var tracked: TrackedFiles?
    var rules: BoundRules?
    var configuration: FilePath?
    var isManifestFolder: Bool
  }

  /// What could not be read.
  private(set) var errors: [FileError] = []
  /// The locations of the folders that it has been in.
  private(set) var folders: [FilePath] = []

  private let root: FilePath
  private let shown: FilePath
  private let opened: FilePath
  private let workingDirectory: WorkingDirectory
  private let respectsIgnoreFiles: Bool

  /// The location of what the walk is looking at; that of a folder has a slash at its end.
  private var location: [UInt8]
  private let rootLength: Int
  private var levels: [Level] = []
  private var ignoreRules = IgnoreRules()

  /// Prepares a walk through the folder at a location.
  init(_ root: FilePath, shown: FilePath, in workingDirectory: WorkingDirectory, respectsIgnoreFiles: Bool) {
    self.root = root
    self.shown = shown
    self.workingDirectory = workingDirectory
    self.respectsIgnoreFiles = respectsIgnoreFiles
    opened = workingDirectory.opened(shown)
    location = root.bytes.last == .slash ? root.bytes : root.bytes + [.slash]
    rootLength = location.count
  }

  /// Enters the folder, with the rules that are in force above it.
  mutating func begin(_ rules: BoundRules?, _ configuration: FilePath?, _ lookup: inout ConfigurationLookup) {
    let tracked = respectsIgnoreFiles ? addIgnoreRulesAbove() : nil
    let isManifestFolder = DiscoveryName.isManifestFolder(root.name)
    enter(
      rules, configuration, ignoreStart: 0, isIgnored: false, tracked, isManifestFolder: isManifestFolder, &lookup)
  }

  /// The next file.
  mutating func next(_ lookup: inout ConfigurationLookup) -> FoundFile? {
    while let level = levels.last {
      location.removeLast(location.count - level.length)
      guard level.next < level.listing.entries.count else {
        ignoreRules.removeLast(to: level.ignoreCount)
        levels.removeLast()
        continue
      }
      levels[levels.count - 1].next += 1
      let entry = level.listing.entries[level.next]
      location.append(contentsOf: level.listing.name(of: entry))
      let isFolder = entry.kind == .folder
      let isIgnored = isIgnored(level, isFolder: isFolder)
      if isIgnored, !isTracked(level, isFolder: isFolder) { continue }
      if level.rules?.excludes(location, nameStart: level.length, isFolder: isFolder) ?? false { continue }
      if isFolder {
        let isManifestFolder = DiscoveryName.isManifestFolder(location[level.length...])
        location.append(.slash)
        enter(
          level.rules, level.configuration, ignoreStart: level.ignoreStart, isIgnored: isIgnored, level.tracked,
          isManifestFolder: isManifestFolder, &lookup)
      } else if let origin = entry.origin {
        guard leadsToFile(entry.kind, origin, name: location[level.length...]) else { continue }
        if let reason = refusal(origin, isLink: entry.kind != .regular, in: level) {
          errors.append(FileError(path: path(below: shown), operation: .read, reason: reason))
          continue
        }
        return FoundFile(
          path: path(below: shown), location: FilePath(bytes: location), origin: origin,
          configuration: level.configuration)
      }
    }
    return nil
  }

  // MARK: - Entering

  private mutating func enter(
    _ rules: BoundRules?, _ configuration: FilePath?, ignoreStart: Int, isIgnored: Bool, _ tracked: TrackedFiles?,
    isManifestFolder: Bool, _ lookup: inout ConfigurationLookup
  ) {
    let listing: DirectoryListing
    do {
      listing = try SystemCalls.entries(of: path(below: opened))
    } catch {
      return errors.append(FileError(path(below: shown), .search, error))
    }
    folders.append(FilePath(bytes: location).normalized)
    var level = Level(
      listing: listing, length: location.count, ignoreCount: ignoreRules.count, ignoreStart: ignoreStart,
      isIgnored: isIgnored, tracked: tracked, rules: rules, configuration: configuration,
      isManifestFolder: isManifestFolder)
    let special = SpecialEntries(listing)
    if respectsIgnoreFiles {
      // A repository inside another one has nothing to do with its patterns.
      if special.hasRepository && !levels.isEmpty {
        let repository = Repository(root: FilePath(bytes: location).normalized)
        level.ignoreStart = ignoreRules.count
        level.isIgnored = false
        level.tracked = TrackedFiles(repository, in: workingDirectory)
        addExcludeFile(of: repository)
      }
      if special.hasIgnoreFile { addPatterns(".gitignore", folder: location) }
    }
    if lookup.looksForConfigurations, let name = special.configurationName {
      let file = FilePath(bytes: location + name.utf8)
      level.configuration = file
      level.rules = lookup.rules(of: file)
    }
    keepRelevantEntries(of: &level)
    levels.append(level)
  }

  /// Drops what no search takes before anything is sorted or compared with patterns.
  private mutating func keepRelevantEntries(of level: inout Level) {
    var listing = level.listing
    listing.replaceEntries { entry in
      let name = level.listing.name(of: entry)
      var entry = entry
      switch entry.kind {
      case .folder: return Self.isPassedOver(name) ? nil : entry
      case .regular, .link, .unknown:
        defer { location.removeLast(location.count - level.length) }
        location.append(contentsOf: name)
        entry.origin = origin(in: level)
        return entry.origin == nil ? nil : entry
      case .pipe, .socket, .device: return nil
      }
    }
    listing.sort()
    level.listing = listing
  }

  private func isIgnored(_ level: Level, isFolder: Bool) -> Bool {
    level.isIgnored
      || ignoreRules.ignores(location, nameStart: level.length, isFolder: isFolder, from: level.ignoreStart)
  }

  private mutating func isTracked(_ level: Level, isFolder: Bool) -> Bool {
    guard let tracked = level.tracked else { return false }
    defer { if let error = tracked.takeError() { errors.append(error) } }
    return tracked.contains(location, isFolder: isFolder)
  }

  /// Why the file at the present location is taken; `nil` if it is not.
  private func origin(in level: Level) -> FoundFile.Origin? {
    let name = DiscoveryName(name: location[level.length...], isInManifestFolder: level.isManifestFolder)
    if name == .manifest { return .name }
    if let rules = level.rules, rules.includes(location) { return .included }
    return name == .candidate ? .candidate : nil
  }

  /// Whether there is a file at the present location; a link may lead to a folder, or to nothing.
  private mutating func leadsToFile(_ kind: FileKind, _ origin: FoundFile.Origin, name: ArraySlice<UInt8>) -> Bool {
    if kind == .regular { return true }
    do throws(SystemError) {
      return try SystemCalls.status(of: path(below: opened), followingLinks: true).kind == .regular
    } catch {
      // Emacs makes links to nothing, whose names begin so, while a file is open.
      if origin == .candidate || name.starts(with: ".#".utf8) { return false }
      let reason = error == .notFound ? .brokenLink : FileError(path(below: shown), .read, error).reason
      errors.append(FileError(path: path(below: shown), operation: .read, reason: reason))
      return false
    }
  }

  /// Why the file at the present location is not to be read.
  private func refusal(_ origin: FoundFile.Origin, isLink: Bool, in level: Level) -> FileError.Reason? {
    if origin == .included, level.rules?.includesOtherNames == false, !DocumentName.isOne(location) {
      return .notADocument
    }
    guard isLink else { return nil }
    // Without a repository the project begins in the folder that is searched, or above it where a configuration says so.
    let configured = level.configuration?.parent
    let folder = configured.map { root.isInside($0) ? $0 : root } ?? root
    return ProjectRoot.refusal(ofFileAt: FilePath(bytes: location), within: folder, in: workingDirectory)
      .map { .refused($0) }
  }

  private func path(below folder: FilePath) -> FilePath {
    let rest = location[rootLength...]
    return rest.isEmpty ? folder : folder.appending(rest.last == .slash ? rest.dropLast() : rest)
  }

  private static func isPassedOver(_ folder: ArraySlice<UInt8>) -> Bool {
    passedOver.contains { folder.elementsEqual($0) } || folder.starts(with: ".build".utf8)
  }

  private static let passedOver = [".git", ".hg", ".svn", ".jj", "node_modules"].map { Array($0.utf8) }

  // MARK: - Ignored files

  /// Reads the patterns of the repository that come from above the folder, and says what it tracks.
  private mutating func addIgnoreRulesAbove() -> TrackedFiles? {
    guard let repository = Repository(containing: root, in: workingDirectory) else { return nil }
    addExcludeFile(of: repository)
    var folder = repository.root
    for name in root.relative(to: repository.root).components {
      let base = folder.bytes.last == .slash ? folder.bytes : folder.bytes + [.slash]
      addPatterns(".gitignore", folder: base)
      let next = base + name
      // The folder was named although it is ignored.
      if ignoreRules.ignores(next, nameStart: base.count, isFolder: true, from: 0) { ignoreRules.removeLast(to: 0) }
      folder = FilePath(bytes: next)
    }
    return TrackedFiles(repository, in: workingDirectory)
  }

  private mutating func addExcludeFile(of repository: Repository) {
    let root = repository.root.bytes
    addPatterns(repository.excludeFile(in: workingDirectory), folder: root.last == .slash ? root : root + [.slash])
  }

  private mutating func addPatterns(_ file: FilePath, folder: [UInt8]) {
    let path = FilePath(bytes: folder).appending(file)
    do {
      let bytes = try FileReader().read(workingDirectory.opened(path))
      ignoreRules.append(PathPatternList(gitIgnore: bytes), folder: folder)
    } catch  where error.reason == .notFound {
      return
    } catch {
      errors.append(FileError(path: workingDirectory.shown(path), operation: .read, reason: error.reason))
    }
  }
}

/// Which names in a folder mean something to the search itself.
private struct SpecialEntries {
  var hasRepository = false
  var hasIgnoreFile = false
  var configurationName: String?

  init(_ listing: DirectoryListing) {
    var rank = ConfigurationFile.names.count
    for entry in listing.entries where listing.bytes[entry.start] == .dot {
      let name = listing.name(of: entry)
      if name.elementsEqual(".git".utf8) {
        hasRepository = true
      } else if name.elementsEqual(".gitignore".utf8) {
        // Git does not follow a link here either.
        hasIgnoreFile = entry.kind == .regular
      } else if name.starts(with: ".manifestlint.".utf8), entry.kind != .folder,
        let index = ConfigurationFile.names.firstIndex(where: { name.elementsEqual($0.utf8) }), index < rank
      {
        rank = index
        configurationName = ConfigurationFile.names[index]
      }
    }
  }
}
