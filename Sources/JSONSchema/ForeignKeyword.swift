public import ManifestSyntax

/// A keyword that means nothing in the draft of its schema, and something in others.
public struct ForeignKeyword: Sendable {
  /// The key.
  public var key: Node
  /// The drafts that know it.
  public var drafts: ClosedRange<Draft>

  /// Which drafts know it, in words: `from 2019-09 on`.
  public var phrase: String {
    if drafts.upperBound == .draft2020 { return "from \(drafts.lowerBound.name) on" }
    return drafts.lowerBound == drafts.upperBound
      ? "in \(drafts.lowerBound.name) only" : "up to \(drafts.upperBound.name)"
  }

  /// The keywords of other drafts in a schema and in those inside it, in document order.
  public static func all(in root: Node, draft: Draft) -> [ForeignKeyword] {
    var result: [ForeignKeyword] = []
    var pending = [root]
    while let schema = pending.popLast() {
      // A part with a dialect of its own is for that to judge.
      if schema != root, schema["$schema"] != nil { continue }
      for entry in schema.entries where !entry.isRepeated && entry.key.isScalar {
        guard let keyword = Keywords.named(entry.key.content.span), !keyword.drafts.contains(draft) else { continue }
        result.append(ForeignKeyword(key: entry.key, drafts: keyword.drafts))
      }
      pending += Compiler.subschemas(of: schema, draft: draft)
    }
    return result.sorted { $0.key.index < $1.key.index }
  }
}
