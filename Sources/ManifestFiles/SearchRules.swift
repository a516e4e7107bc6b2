/// What a configuration says about which files are manifests.
public struct SearchRules: Hashable, Sendable {
  /// Files and folders that a search passes over.
  public var exclude: PathPatternList
  /// Files that a search takes although their names say nothing.
  public var include: PathPatternList
  /// Whether it takes them whatever their names end in; otherwise what is no JSON or YAML file by its name is an error.
  public var includesOtherNames = false

  /// Puts the parts together.
  public init(
    exclude: PathPatternList = PathPatternList(), include: PathPatternList = PathPatternList(),
    includesOtherNames: Bool = false
  ) {
    self.exclude = exclude
    self.include = include
    self.includesOtherNames = includesOtherNames
  }
}
