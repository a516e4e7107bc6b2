public import ManifestText

/// A value or key of a document: a handle that is cheap to copy.
///
/// Looking never fails. A question to a node of another kind is answered by `nil` or by nothing.
public struct Node: Sendable {
  /// What a node is.
  public enum Kind: UInt8, CaseIterable, Hashable, Sendable {
    /// No value.
    case null
    /// `true` or `false`.
    case boolean
    /// A number written without fraction and exponent.
    case integer
    /// Any other number.
    case number
    /// A text.
    case string
    /// A list.
    case sequence
    /// Keys with values.
    case mapping
  }

  /// How a node is written.
  public enum Style: UInt8, Hashable, Sendable {
    /// A YAML scalar without quotes, or a JSON number, boolean or null.
    case plain
    /// `'…'`
    case singleQuoted
    /// `"…"`
    case doubleQuoted
    /// `|`
    case literal
    /// `>`
    case folded
    /// A collection by indentation.
    case block
    /// A collection in brackets.
    case flow
  }

  /// The document that it belongs to.
  public let tree: SyntaxTree
  /// Its place among the nodes of the document, in document order.
  package let index: UInt32

  package init(_ tree: SyntaxTree, _ index: UInt32) {
    self.tree = tree
    self.index = index
  }

  private var record: Record { tree.records[Int(index)] }

  /// What it is.
  public var kind: Kind { record.kind }

  /// How it is written.
  public var style: Style { record.style }

  /// Where it stands, quotes and brackets included, anchor and tag not.
  ///
  /// Of a node that an alias stands for, this is the place at the anchor; ``place`` is the place to report.
  public var range: TextRange {
    TextRange(utf8Offsets: Int(record.start)..<Int(record.end))
  }
}

// MARK: - Hashable

extension Node: Hashable {
  public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.index == rhs.index && lhs.tree === rhs.tree
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(index)
    hasher.combine(ObjectIdentifier(tree))
  }
}

// MARK: - Scalars

extension Node {
  /// Whether it is neither a list nor a mapping.
  public var isScalar: Bool { kind != .sequence && kind != .mapping }

  /// The UTF-8 bytes of a scalar's content: without quotes, escapes undone, lines folded; empty for a collection.
  public var content: ArraySlice<UInt8> {
    let record = record
    guard isScalar else { return [] }
    if record.flags.contains(.isDecoded) {
      let start = record.link == 0 ? 0 : tree.decodedEnds[Int(record.link) - 1]
      return tree.decodedText[Int(start)..<Int(tree.decodedEnds[Int(record.link)])]
    }
    return tree.source.bytes[contentOffsets(record)]
  }

  /// Whether a byte stands in a scalar's content.
  public func holds(byte: UInt8) -> Bool {
    let record = record
    guard !record.isCollection else { return false }
    if record.isDecoded { return content.contains(byte) }
    let bytes = tree.source.bytes
    return bytes.span.extracting(contentOffsets(record)).firstOffset(of: byte) != nil
  }

  /// Whether the content stands word for word in the source.
  public var isVerbatim: Bool { !record.flags.contains(.isDecoded) }

  private func contentOffsets(_ record: Record) -> Range<Int> {
    switch record.style {
    case .singleQuoted, .doubleQuoted: Int(record.start) + 1..<Int(record.end) - 1
    default: Int(record.start)..<Int(record.end)
    }
  }

  /// The text of a string; `nil` for every other kind.
  public var string: String? {
    kind == .string ? text : nil
  }

  /// The content of any scalar as text: `1.10` for the number 1.10.
  public var text: String { String(decoding: content, as: UTF8.self) }

  /// The truth value; `nil` for every other kind.
  public var boolean: Bool? {
    guard kind == .boolean, let first = content.first else { return nil }
    return first == UInt8(ascii: "t") || first == UInt8(ascii: "T")
  }

  /// Whether the content is this text, byte for byte.
  public func hasContent(_ text: String) -> Bool {
    let record = record
    if record.isCollection { return false }
    if record.isDecoded { return content.elementsEqual(text.utf8) }
    return record.holdsVerbatim(text.utf8, in: tree.source.bytes)
  }
}

// MARK: - Collections

/// A key with its value.
public struct Entry: Hashable, Sendable {
  /// The key, in YAML of any kind.
  public var key: Node
  /// The value.
  public var value: Node
  /// Whether the key stands in the mapping already; such an entry does not count.
  public var isRepeated: Bool { key.isRepeated }
}

extension Node {
  fileprivate var isRepeated: Bool { record.flags.contains(.isRepeated) }

  /// The items of a list; empty for every other kind.
  public var items: Children { kind == .sequence ? Children(self) : Children(tree, 0, 0) }

  /// The number of items or entries, repeats included.
  public var count: Int {
    switch kind {
    case .sequence: items.reduce(into: 0) { count, _ in count += 1 }
    case .mapping: entries.reduce(into: 0) { count, _ in count += 1 }
    default: 0
    }
  }

  /// The entries of a mapping, in order: repeats and what a merge brings in included, the merge key itself not.
  public var entries: Entries { Entries(kind == .mapping ? Children(self) : Children(tree, 0, 0)) }

  /// The value of a key; `nil` if there is none.
  public subscript(key: String) -> Node? {
    entry(key)?.value
  }

  /// The entry of a key, the first if there are several.
  public func entry(_ key: String) -> Entry? {
    tree.entry(key.utf8, of: index).map { Entry(key: Node(tree, $0.key), value: Node(tree, $0.value)) }
  }

  /// The entry of a key by the bytes of the key, the first if there are several.
  package func entry(_ key: ArraySlice<UInt8>) -> Entry? {
    entries.first { $0.key.isScalar && $0.key.content == key }
  }

  /// The item at a place from 0; `nil` past the end.
  public subscript(index: Int) -> Node? {
    items.dropFirst(index).first { _ in true }
  }

  /// The node and all below it, in document order, keys included; of a merge key only what it brings in.
  public var subtree: some Sequence<Node> { Subtree(tree, index, endIndex) }

  /// The index after the node's subtree.
  package var endIndex: UInt32 { isScalar ? index + 1 : record.link }
}

/// A node and all below it.
struct Subtree: Sequence, IteratorProtocol, Sendable {
  private let tree: SyntaxTree
  private var index: UInt32
  private let end: UInt32

  init(_ tree: SyntaxTree, _ index: UInt32, _ end: UInt32) {
    self.tree = tree
    self.index = index
    self.end = end
  }

  mutating func next() -> Node? {
    while index < end {
      let node = Node(tree, index)
      if node.isMergeKey {
        index = Node(tree, node.endIndex).endIndex
        continue
      }
      index += 1
      return node
    }
    return nil
  }
}

/// The nodes directly below a collection: items, or keys and values in turn.
public struct Children: Sequence, IteratorProtocol, Sendable {
  private let tree: SyntaxTree
  private var index: UInt32
  private let end: UInt32

  init(_ tree: SyntaxTree, _ index: UInt32, _ end: UInt32) {
    self.tree = tree
    self.index = index
    self.end = end
  }

  init(_ node: Node) {
    self.init(node.tree, node.index + 1, node.endIndex)
  }

  public mutating func next() -> Node? {
    guard index < end else { return nil }
    let node = Node(tree, index)
    index = node.endIndex
    return node
  }
}

/// The entries of a mapping, in order.
public struct Entries: Sequence, IteratorProtocol, Sendable {
  private var children: Children

  init(_ children: Children) {
    self.children = children
  }

  public mutating func next() -> Entry? {
    while let key = children.next(), let value = children.next() {
      if key.isMergeKey { continue }
      return Entry(key: key, value: value)
    }
    return nil
  }
}

// MARK: - Where it stands

extension Node {
  /// The list or mapping that it is in; `nil` for the root.
  public var parent: Node? {
    index == 0 ? nil : Node(tree, record.parent)
  }

  /// The key of a mapping's value; `nil` for anything else.
  public var key: Node? {
    guard index > 0, !isKey, let parent, parent.kind == .mapping else { return nil }
    let previous = Node(tree, index - 1)
    if previous.isKey, previous.record.parent == record.parent { return previous }
    return parent.entries.first { $0.value == self }?.key
  }

  /// The value of a key; `nil` for anything else.
  public var value: Node? { isKey ? Node(tree, endIndex) : nil }

  /// Whether it is a key of a mapping.
  public var isKey: Bool { record.flags.contains(.isKey) }

  /// Whether it is a key that JSON has too: YAML also takes lists, objects and nothing at all.
  public var isTextKey: Bool { isKey && isScalar && kind != .null }

  var isMergeKey: Bool { record.flags.contains(.isMergeKey) }

  /// Which item or entry of its parent it is, from 0.
  public var ordinal: Int { Int(record.ordinal) }

  /// Where its anchor stands, with the `&`.
  public var anchor: TextRange? {
    record.flags.contains(.hasProperties) ? tree.properties[index]?.anchor : nil
  }

  /// Where its tag stands.
  public var tag: TextRange? {
    record.flags.contains(.hasProperties) ? tree.properties[index]?.tag : nil
  }

  /// Where a finding about it is reported.
  ///
  /// Behind an alias this is the alias that a person would look at, with the anchor as a second place.
  public var place: Place {
    var place = Place(range: range)
    var node = self
    while true {
      if node.record.flags.contains(.isAliasUse), let use = tree.aliasUses[node.index] {
        place = Place(range: use.alias, anchor: use.anchor, definition: range)
      }
      guard let parent = node.parent else { return place }
      node = parent
    }
  }

  /// The way to it from the root as a JSON Pointer (RFC 6901), behind `#n` in a stream of several documents.
  ///
  /// A key has the pointer of its value. One that would be longer than 4 KiB, which only keys of thousands of letters
  /// bring about, has the outer ones cut, which a '…' marks: there may be such a pointer for each value.
  public var pointer: String {
    var tokens: [String] = []
    var node = self
    var length = 0
    while let parent = node.parent {
      var token = parent.kind == .mapping ? (node.isKey ? node : node.key)?.text ?? "" : String(node.ordinal)
      length += token.utf8.count + 1
      if length > Self.pointerLimit, token.utf8.count > 32 { token = String(token.unicodeScalars.prefix(8)) + "…" }
      tokens.append(token)
      node = parent
    }
    let prefix = tree.documentIndex.map { "#\($0)" } ?? ""
    return prefix + tokens.reversed().map { "/" + JSONPointer.escaping($0) }.joined()
  }
}

extension Node {
  /// The most UTF-8 bytes of keys that a pointer has, as long as they are not cut.
  private static let pointerLimit = 4_096
}

/// Where a finding about a node is reported.
public struct Place: Hashable, Sendable {
  /// What is marked: the node, or the alias that stands for it.
  public var range: TextRange
  /// The anchor that the alias names; `nil` where there is no alias.
  public var anchor: TextRange?
  /// The node itself, behind the alias.
  public var definition: TextRange?

  /// Puts the parts together.
  public init(range: TextRange, anchor: TextRange? = nil, definition: TextRange? = nil) {
    self.range = range
    self.anchor = anchor
    self.definition = definition
  }
}
