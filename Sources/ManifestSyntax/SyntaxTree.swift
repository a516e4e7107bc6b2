public import ManifestText

/// One document: a flat array of its nodes in document order.
///
/// A node's subtree is a slice of the array and its parent a look-up, so nothing recurses, not even the release of a
/// deep tree. What stands behind an alias or a merge key is there as nodes of its own: each use has its own parent and
/// pointer and knows the alias it stands for.
public final class SyntaxTree: Sendable {
  /// What a document is written in.
  public enum Language: String, Hashable, Sendable {
    /// YAML 1.2, resolved by the core schema.
    case yaml
    /// JSON as RFC 8259 has it.
    case json
  }

  /// The text that the ranges point into.
  public let source: SourceText
  /// What it is written in.
  public let language: Language
  /// Which document of the stream this is, from 0; `nil` if it is the only one.
  public let documentIndex: Int?

  /// Read directly only where each nanosecond counts; everything else goes through ``Node``.
  package let records: [Record]
  /// The content of scalars that does not stand word for word in the source.
  package let decodedText: [UInt8]
  /// Where in `decodedText` each of those scalars ends; it begins where the one before ends.
  package let decodedEnds: [UInt32]
  let properties: NodeValues<NodeProperties>
  let aliasUses: NodeValues<AliasUse>
  /// The repeats among the keys of mappings, in document order.
  public var duplicateKeys: [RepeatedKey] {
    duplicates.map { RepeatedKey(first: Node(self, $0.first), repeated: Node(self, $0.repeated)) }
  }
  private let duplicates: [(first: UInt32, repeated: UInt32)]

  init(_ builder: consuming TreeBuilder, documentIndex: Int?) {
    source = builder.source
    language = builder.language
    self.documentIndex = documentIndex
    records = builder.records
    decodedText = builder.decodedText
    decodedEnds = builder.decodedEnds
    properties = builder.properties
    aliasUses = builder.aliasUses
    duplicates = builder.duplicates.sorted { $0.repeated < $1.repeated }
  }

  /// A document without content, for a text that holds none.
  public static func empty(_ source: SourceText) -> SyntaxTree {
    var builder = TreeBuilder(source, language: .yaml)
    builder.scalar(.null, at: source.startOfContent..<source.startOfContent, style: .plain)
    return SyntaxTree(builder, documentIndex: nil)
  }

  /// Whether there are nodes that an alias stands for.
  public var hasAliases: Bool { !aliasUses.isEmpty }

  /// Whether nothing stands in the document, not even a written null.
  public var isEmpty: Bool {
    root.kind == .null && root.range.utf8Offsets.isEmpty && root.anchor == nil && root.tag == nil
  }

  /// The outermost value.
  public var root: Node { Node(self, 0) }

  /// The indices of a key of a mapping and of its value, the first if the key stands there twice.
  ///
  /// Everything asks for keys: no node is made before the right one is found.
  func entry(_ key: String.UTF8View, of mapping: UInt32) -> (key: UInt32, value: UInt32)? {
    for entry in EntryIndices(self, of: mapping) {
      let record = records[Int(entry.key)]
      if record.isCollection { continue }
      let isEqual =
        record.isDecoded
        ? Node(self, entry.key).content.elementsEqual(key) : record.holdsVerbatim(key, in: source.bytes)
      if isEqual { return entry }
    }
    return nil
  }

  /// Every node in document order, keys, and what aliases stand for, included.
  public var nodes: some Sequence<Node> {
    (0..<UInt32(records.count)).lazy.map { Node(self, $0) }
  }
}

/// A key that a mapping has twice.
public struct RepeatedKey: Hashable, Sendable {
  /// The key where it stands first; its value is the one that counts.
  public var first: Node
  /// The key where it stands again.
  public var repeated: Node
}

/// What stands before a node in YAML.
struct NodeProperties: Sendable {
  /// The anchor with its `&`.
  var anchor: TextRange?
  /// The tag as it is written.
  var tag: TextRange?
}

/// Where a node that an alias or a merge key brought in comes from.
struct AliasUse: Sendable {
  /// The alias with its `*`.
  var alias: TextRange
  /// The anchor that it names, with its `&`.
  var anchor: TextRange
}

/// A node as the tree holds it: 24 bytes.
package struct Record: Sendable {
  package struct Flags: OptionSet, Sendable {
    package var rawValue: UInt16

    @inlinable package init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// A key of a mapping.
    @inlinable package static var isKey: Flags { Flags(rawValue: 1) }
    /// A key that stands again in its mapping.
    @inlinable package static var isRepeated: Flags { Flags(rawValue: 2) }
    /// The `<<` of a merge: it and its value are not among the entries.
    @inlinable package static var isMergeKey: Flags { Flags(rawValue: 4) }
    /// An entry that a merge brought in.
    @inlinable package static var isMerged: Flags { Flags(rawValue: 8) }
    /// The outermost node that an alias stands for.
    @inlinable package static var isAliasUse: Flags { Flags(rawValue: 16) }
    /// A scalar whose content is in `decodedText`.
    @inlinable package static var isDecoded: Flags { Flags(rawValue: 32) }
    /// A node with an anchor or a tag.
    @inlinable package static var hasProperties: Flags { Flags(rawValue: 64) }
  }

  /// UTF-8 offsets of the node itself, without anchor and tag.
  package var start: UInt32
  package var end: UInt32
  /// The index of the collection that it is in; its own for the root.
  package var parent: UInt32
  /// For a collection, the index after its subtree; for a decoded scalar, its number among those.
  package var link: UInt32
  /// Which item or entry of its parent it is, from 0.
  package var ordinal: UInt32
  package var kind: Node.Kind
  package var style: Node.Style
  package var flags: Flags
}

extension Record {
  /// Whether it is a list or mapping.
  var isCollection: Bool { kind == .sequence || kind == .mapping }

  /// Whether the content of a scalar is in `decodedText`.
  var isDecoded: Bool { flags.contains(.isDecoded) }

  /// Whether the content of a scalar that stands word for word in the source is this text.
  func holdsVerbatim(_ text: String.UTF8View, in bytes: [UInt8]) -> Bool {
    let quote: UInt32 = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
    var offset = Int(start + quote)
    guard Int(end - quote) - offset == text.count else { return false }
    if #available(macOS 26, *) {
      return bytes.span.extracting(offset..<offset + text.count).isEqual(to: text.span)
    }
    for byte in text {
      if bytes[offset] != byte { return false }
      offset += 1
    }
    return true
  }
}
