/// What a configuration says about files, with the folder that its patterns are seen from.
struct BoundRules {
  private(set) var rules: SearchRules
  private let base: PatternBase

  init(_ rules: SearchRules, _ base: PatternBase) {
    self.rules = rules
    self.base = base
  }

  /// Whether it may be that a file is listed whose name is not one of a JSON or YAML file.
  var includesOtherNames: Bool { rules.includesOtherNames }

  /// Lets nothing be excluded any more.
  mutating func liftExclude() {
    rules.exclude = PathPatternList()
  }

  /// Whether a file or folder is excluded, alone or with a folder above it.
  func excludes(_ location: FilePath, isFolder: Bool) -> Bool {
    guard let bytes = base.path(of: location.bytes[...]) else { return false }
    let path = FilePath(bytes: Array(bytes))
    if rules.exclude.matches(path, isFolder: isFolder) { return true }
    return isFolder && rules.exclude.matchesWhole(folder: path.bytes[...], name: path.name)
  }

  /// Whether a file or folder is excluded, given that no folder above it is.
  func excludes(_ location: [UInt8], nameStart: Int, isFolder: Bool) -> Bool {
    guard !rules.exclude.isEmpty, let path = base.path(of: location[...]) else { return false }
    let name = location[nameStart...]
    if isFolder { return rules.exclude.matchesWhole(folder: path, name: name) }
    return rules.exclude.decision(for: path, name: name, isFolder: false) ?? false
  }

  /// Whether a file is one that the configuration lists.
  func includes(_ location: [UInt8]) -> Bool {
    guard !rules.include.isEmpty, let path = base.path(of: location[...]) else { return false }
    return rules.include.matches(FilePath(bytes: Array(path)))
  }
}
