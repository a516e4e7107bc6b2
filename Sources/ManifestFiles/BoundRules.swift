/// What a configuration says about files, with the folder that its patterns are seen from.
struct BoundRules {
  private(set) var rules: SearchRules
  /// The folder's location, with a slash at its end.
  private let base: [UInt8]

  init(_ rules: SearchRules, folder: FilePath) {
    self.rules = rules
    base = folder.bytes.last == .slash ? folder.bytes : folder.bytes + [.slash]
  }

  /// Lets nothing be excluded any more.
  mutating func liftExclude() {
    rules.exclude = PathPatternList()
  }

  /// Whether a file or folder is excluded, alone or with a folder above it.
  func excludes(_ location: FilePath, isFolder: Bool) -> Bool {
    guard let bytes = path(of: location.bytes[...]) else { return false }
    let path = FilePath(bytes: Array(bytes))
    if rules.exclude.matches(path, isFolder: isFolder) { return true }
    return isFolder && rules.exclude.matchesWhole(folder: path.bytes[...], name: path.name)
  }

  /// Whether a file or folder is excluded, given that no folder above it is.
  func excludes(_ location: [UInt8], nameStart: Int, isFolder: Bool) -> Bool {
    guard !rules.exclude.isEmpty, let path = path(of: location[...]) else { return false }
    let name = location[nameStart...]
    if isFolder { return rules.exclude.matchesWhole(folder: path, name: name) }
    return rules.exclude.decision(for: path, name: name, isFolder: false) ?? false
  }

  /// Whether a file is one that the configuration lists.
  func includes(_ location: [UInt8]) -> Bool {
    guard !rules.include.isEmpty, let path = path(of: location[...]) else { return false }
    return rules.include.matches(FilePath(bytes: Array(path)))
  }

  private func path(of location: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    location.starts(with: base) ? location[base.count...] : nil
  }
}
