/// Patterns in the order in which they were written; the last one that matches a path decides.
///
/// A pattern without a slash matches a name in any folder, one with a slash a path from the folder that the list belongs
/// to. One that ends in `/` is for folders only, and one that begins with `!` takes paths out again.
public struct PathPatternList: Hashable, Sendable {
  private var patterns: [PathPattern] = []
  private var hasNegations = false

  /// A list that matches nothing.
  public init() {}

  /// Compiles patterns of the configuration.
  public init(_ patterns: some Sequence<String>) throws(GlobError) {
    for pattern in patterns { append(try PathPattern(pattern)) }
  }

  /// Adds a pattern of the configuration.
  public mutating func append(_ pattern: String) throws(GlobError) {
    append(try PathPattern(pattern))
  }

  /// Adds the patterns of another list.
  public mutating func append(_ other: PathPatternList) {
    patterns += other.patterns
    hasNegations = hasNegations || other.hasNegations
  }

  /// Reads a `.gitignore` file.
  init(gitIgnore bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    for line in content.split(separator: UInt8(ascii: "\n")) {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if let pattern = PathPattern(gitLine: line) { append(pattern) }
    }
  }

  /// Whether it matches nothing.
  public var isEmpty: Bool { patterns.isEmpty }

  /// Whether a path or a folder that it lies in matches.
  ///
  /// The path is normalised and seen from the folder that the list belongs to. A pattern cannot take out again what lies
  /// in a folder that matches as a whole.
  public func matches(_ path: FilePath, isFolder: Bool = false) -> Bool {
    if path.isAbsolute || path == .current || path.bytes.starts(with: "../".utf8) || path == ".." { return false }
    let bytes = path.bytes
    var start = 0
    while let slash = bytes[start...].firstIndex(of: .slash) {
      if decision(for: bytes[..<slash], name: bytes[start..<slash], isFolder: true) == true { return true }
      start = slash + 1
    }
    return decision(for: bytes[...], name: bytes[start...], isFolder: isFolder) ?? false
  }

  /// What the last pattern that matches says: in or out again; `nil` if none does.
  func decision(for path: ArraySlice<UInt8>, name: ArraySlice<UInt8>, isFolder: Bool) -> Bool? {
    guard let pattern = patterns.last(where: { $0.matches(path, name: name, isFolder: isFolder) }) else { return nil }
    return !pattern.isNegated
  }

  /// Whether a folder and all in it match, so that nobody needs to look inside.
  func matchesWhole(folder path: ArraySlice<UInt8>, name: ArraySlice<UInt8>) -> Bool {
    if let decision = decision(for: path, name: name, isFolder: true) { return decision }
    return !hasNegations && patterns.contains { $0.matchesContent(of: path) }
  }

  private mutating func append(_ pattern: PathPattern) {
    patterns.append(pattern)
    if pattern.isNegated { hasNegations = true }
  }
}
