/// The folders that the patterns of a configuration are seen from.
///
/// That is the configuration's own folder; for what lies outside of it, which only a configuration that was named can
/// bring about, it is the working directory.
public struct PatternBase: Hashable, Sendable {
  /// Locations with a slash at their ends.
  private let folders: [[UInt8]]

  /// Patterns are seen from a folder, or from another one by what lies outside of that.
  public init(_ folder: FilePath, otherwise other: FilePath? = nil) {
    folders = [folder, other].compactMap(\.self).map { $0.bytes.last == .slash ? $0.bytes : $0.bytes + [.slash] }
  }

  /// The path of a file or folder as patterns see it; `nil` if they do not see it.
  public func path(of location: FilePath) -> FilePath? {
    path(of: location.bytes[...]).map { FilePath(bytes: Array($0)) }
  }

  func path(of location: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for folder in folders where location.starts(with: folder) { return location[folder.count...] }
    return nil
  }
}
