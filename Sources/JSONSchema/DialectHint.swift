public import ManifestSyntax

/// What shows that a schema was written for an older draft than it is read as.
public struct DialectHint: Sendable {
  /// The draft that it may have been written for.
  public var draft: Draft
  /// What shows it.
  public var node: Node
  /// What that is, in a few words: `'exclusiveMinimum' is true or false`.
  public var reason: String

  /// Looks through a schema that does not name its dialect; `nil` where nothing speaks for an older one.
  public init?(_ root: Node, readAs draft: Draft) {
    guard root["$schema"] == nil else { return nil }
    var oldest: DialectHint?
    if draft > .draft4, root["$id"] == nil, let id = root["id"],
      id.string?.contains(where: { ":/#".contains($0) }) == true
    {
      oldest = DialectHint(.draft4, id, "'id' is there and no '$id'")
    }
    var pending = [root]
    var count = 0
    while let schema = pending.popLast(), count < 10_000 {
      count += 1
      pending += Compiler.subschemas(of: schema, draft: draft)
      guard let hint = Self.hint(schema, readAs: draft), hint.draft < oldest?.draft ?? draft else { continue }
      oldest = hint
      if hint.draft == .draft4 { break }
    }
    guard let oldest else { return nil }
    self = oldest
  }

  private init(_ draft: Draft, _ node: Node, _ reason: String) {
    self.draft = draft
    self.node = node
    self.reason = reason
  }

  /// What one schema shows.
  private static func hint(_ schema: Node, readAs draft: Draft) -> DialectHint? {
    for name in ["exclusiveMinimum", "exclusiveMaximum"] where draft > .draft4 {
      if let node = schema[name], node.kind == .boolean {
        return DialectHint(.draft4, node, "'\(name)' is true or false")
      }
    }
    guard draft == .draft2020 else { return nil }
    if let items = schema["items"], items.kind == .sequence { return DialectHint(.draft7, items, "'items' is a list") }
    if let rest = schema["additionalItems"] { return DialectHint(.draft7, rest, "'additionalItems' is there") }
    return schema["$recursiveRef"].map { DialectHint(.draft2019, $0, "'$recursiveRef' is there") }
  }
}
