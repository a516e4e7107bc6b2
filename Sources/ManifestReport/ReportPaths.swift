/// What files are called by readers that know a repository and no working directory.
public struct ReportPaths: Hashable, Sendable {
  /// The components of the repository's root, and those of the working directory; `nil` where neither is known.
  private let folders: (root: [[UInt8]], working: [[UInt8]])?

  /// Leaves paths as they are shown.
  public init() {
    folders = nil
  }

  /// Takes the absolute paths of a repository's root and of the folder that relative paths begin in.
  public init(root: String, workingDirectory: String) {
    folders = (Self.components(root), Self.components(workingDirectory))
  }

  /// The path from the root; the absolute path of a file that lies elsewhere.
  func path(_ shown: String) -> String {
    // What has no name has no place either.
    guard let folders, shown != "<stdin>" else { return shown }
    var components = shown.utf8.first == UInt8(ascii: "/") ? [] : folders.working
    for component in Self.components(shown) {
      switch component {
      case [UInt8(ascii: ".")]: break
      case [UInt8(ascii: "."), UInt8(ascii: ".")]: if !components.isEmpty { components.removeLast() }
      default: components.append(component)
      }
    }
    let isInside = components.count > folders.root.count && components.starts(with: folders.root)
    let joined = (isInside ? components[folders.root.count...] : components[...]).joined(separator: [UInt8(ascii: "/")])
    return (isInside ? "" : "/") + String(decoding: Array(joined), as: UTF8.self)
  }

  private static func components(_ path: String) -> [[UInt8]] {
    path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
  }
}

// MARK: - Hashable

extension ReportPaths {
  public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.folders?.root == rhs.folders?.root && lhs.folders?.working == rhs.folders?.working
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(folders?.root)
    hasher.combine(folders?.working)
  }
}
