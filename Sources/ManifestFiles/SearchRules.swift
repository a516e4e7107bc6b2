/// What a configuration says about which files are manifests.
public struct SearchRules: Hashable, Sendable {
  /// Files and folders that a search passes over.
  public var exclude: PathPatternList
  /// Files that a search takes although their names say nothing.
  public var include: PathPatternList

  /// Puts the parts together.
  public init(exclude: PathPatternList = PathPatternList(), include: PathPatternList = PathPatternList()) {
    self.exclude = exclude
    self.include = include
  }
}
