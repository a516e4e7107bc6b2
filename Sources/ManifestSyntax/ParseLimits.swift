/// How much of a hostile text is read before a parser gives up with an error.
public struct ParseLimits: Hashable, Sendable {
  /// How deep lists and mappings may stand in each other in YAML.
  public var yamlNesting = 256
  /// How deep arrays and objects may stand in each other in JSON.
  public var jsonNesting = 512
  /// How many nodes aliases may add to one document.
  public var aliasNodes = 1_000_000
  /// How many `%TAG` lines a text may have: the time libyaml takes grows with their square.
  public var tagDirectives = 64
  /// How many bytes a text may have.
  public var bytes = 64 * 1024 * 1024

  /// The limits that hold where nobody sets others.
  public static let standard = ParseLimits()

  /// Makes the standard limits, to be changed.
  public init() {}
}
