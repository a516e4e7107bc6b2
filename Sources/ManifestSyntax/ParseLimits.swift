/// How much a parser takes before it says that a text is too much.
///
/// The limits keep a hostile file from costing more time or memory than its size.
public struct ParseLimits: Hashable, Sendable {
  /// The size of a text in bytes.
  public var bytes: Int
  /// How deep lists and mappings may be nested in YAML.
  public var yamlNesting: Int
  /// How deep arrays and objects may be nested in JSON.
  public var jsonNesting: Int
  /// How many nodes the aliases and merge keys of one document may add to it; a scalar counts as one, and as one more
  /// for each ``bytesPerAliasNode`` of its bytes.
  public var aliasNodes: Int
  /// How many `%TAG` lines a YAML text may have.
  public var tagDirectives: Int

  /// Puts the limits together.
  public init(
    bytes: Int = 64 * 1024 * 1024, yamlNesting: Int = 256, jsonNesting: Int = 512, aliasNodes: Int = 250_000,
    tagDirectives: Int = 64
  ) {
    self.bytes = bytes
    self.yamlNesting = yamlNesting
    self.jsonNesting = jsonNesting
    self.aliasNodes = aliasNodes
    self.tagDirectives = tagDirectives
  }

  /// How many bytes of text cost as much as a node.
  static let bytesPerAliasNode = 16

  /// What no manifest written by a person comes near.
  public static let standard = ParseLimits()
}
