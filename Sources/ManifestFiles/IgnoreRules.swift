/// What git ignores in the folder that is being searched: the patterns of all `.gitignore` files from the repository's
/// root down to it, and those of `.git/info/exclude`.
///
/// What git knows from its own configuration (`core.excludesFile`, `core.ignoreCase`) differs between two people's
/// machines and is left out, so that a run gives the same result everywhere. What is tracked nonetheless, git does not
/// ignore: see ``TrackedFiles``.
struct IgnoreRules {
  /// The patterns of one file, and how many bytes of a location lead to the folder that they belong to.
  private struct Level {
    var patterns: PathPatternList
    var baseLength: Int
  }

  private var levels: [Level] = []

  /// How many levels there are, to come back to with ``removeLast(to:)``.
  var count: Int { levels.count }

  /// Adds the patterns of a file, with the location of the folder that they belong to and a slash at its end.
  mutating func append(_ patterns: PathPatternList, folder: [UInt8]) {
    if !patterns.isEmpty { levels.append(Level(patterns: patterns, baseLength: folder.count)) }
  }

  /// Forgets the patterns of folders that the search has left.
  mutating func removeLast(to count: Int) {
    levels.removeLast(levels.count - count)
  }

  /// Whether the file or folder at a location is ignored, given that no folder above it is.
  ///
  /// Levels before `start` belong to another repository and do not count. The last component begins at `nameStart`.
  func ignores(_ location: [UInt8], nameStart: Int, isFolder: Bool, from start: Int) -> Bool {
    for level in levels[start...].reversed() {
      let path = location[level.baseLength...]
      if let decision = level.patterns.decision(for: path, name: location[nameStart...], isFolder: isFolder) {
        return decision
      }
    }
    return false
  }
}
