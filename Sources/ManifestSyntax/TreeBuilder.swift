import ManifestText

/// Makes a tree from what a parser meets, in document order.
///
/// It knows anchors, aliases, merge keys and duplicate keys; it knows nothing of characters.
struct TreeBuilder: Sendable {
  let source: SourceText
  let language: SyntaxTree.Language
  /// How many nodes aliases may add to one document.
  let aliasBudget: Int
  /// How deep collections may be nested once aliases are followed.
  let nestingLimit: Int
  /// Whether a plain `<<` merges.
  let mergeKeys: Bool

  private(set) var records: [Record] = []
  private(set) var decodedText: [UInt8] = []
  private(set) var decodedEnds: [UInt32] = []
  private(set) var properties = NodeValues<NodeProperties>()
  private(set) var aliasUses = NodeValues<AliasUse>()
  private(set) var duplicates: [(first: UInt32, repeated: UInt32)] = []

  /// The open collections, the innermost last.
  private var open: [Open] = []
  /// The anchors, the last of each name.
  private var anchors: [Anchor] = []
  private var anchorIndex = TextIndex()
  private var addedByAliases = 0
  /// The keys of one mapping; kept for its storage.
  private var keys: [Key] = []

  private struct Open {
    var index: UInt32
    var isMapping: Bool
    /// Items so far; in a mapping, keys and values together.
    var children: UInt32 = 0
    var hasMergeKey = false
  }

  private struct Anchor {
    var index: UInt32
    var range: TextRange
  }

  init(
    _ source: SourceText, language: SyntaxTree.Language, aliasBudget: Int = ParseLimits.standard.aliasNodes,
    nestingLimit: Int = .max,
    mergeKeys: Bool = true
  ) {
    self.source = source
    self.language = language
    self.aliasBudget = aliasBudget
    self.nestingLimit = nestingLimit
    self.mergeKeys = language == .yaml && mergeKeys
  }

  /// Makes room for the nodes that a text of so many bytes has by experience.
  mutating func reserveCapacity(forBytes count: Int) {
    // JSON without blanks has one in eight bytes.
    records.reserveCapacity(count / (language == .json ? 8 : 12) + 16)
  }

  /// How many collections are open.
  var depth: Int { open.count }

  /// Whether there is no node yet.
  var isEmpty: Bool { records.isEmpty }

  /// Where the outermost value stands.
  var rootRange: TextRange? {
    records.first.map { TextRange(utf8Offsets: Int($0.start)..<Int($0.end)) }
  }

  /// The kind of the node added last.
  var lastKind: Node.Kind? { records.last?.kind }

  /// Whether the next node is a key.
  var expectsKey: Bool {
    guard let last = open.last else { return false }
    return last.isMapping && last.children.isMultiple(of: 2)
  }
}

// MARK: - Nodes

extension TreeBuilder {
  /// Adds a scalar whose content stands in the source as it is.
  mutating func scalar(_ kind: Node.Kind, at range: TextRange, style: Node.Style) {
    let index = append(kind, at: range, style: style)
    if mergeKeys, range.upperBound.utf8Offset - range.lowerBound.utf8Offset == 2 { markMergeKey(index) }
  }

  /// Adds a scalar with content that the source does not hold word for word.
  mutating func scalar(_ kind: Node.Kind, at range: TextRange, style: Node.Style, content: some Sequence<UInt8>) {
    let index = append(kind, at: range, style: style)
    decodedText.append(contentsOf: content)
    records[Int(index)].flags.insert(.isDecoded)
    records[Int(index)].link = UInt32(decodedEnds.count)
    decodedEnds.append(UInt32(decodedText.count))
  }

  /// Adds a string with content that the closure appends.
  mutating func decodedScalar(at range: TextRange, style: Node.Style, _ append: (inout [UInt8]) -> Void) {
    let index = self.append(.string, at: range, style: style)
    append(&decodedText)
    records[Int(index)].flags.insert(.isDecoded)
    records[Int(index)].link = UInt32(decodedEnds.count)
    decodedEnds.append(UInt32(decodedText.count))
  }

  /// Makes the node added last a scalar of another kind.
  mutating func setKind(_ kind: Node.Kind) {
    records[records.count - 1].kind = kind
  }

  /// Whether the next node is the value of a key whose value no message may show.
  var mayExpectSecret: Bool {
    guard let last = open.last, last.isMapping, !expectsKey, let key = records.indices.last, isScalar(UInt32(key))
    else {
      return false
    }
    let name = String(decoding: content(of: UInt32(key)), as: UTF8.self).lowercased()
    return name.utf8.reversed().starts(with: "secret".utf8.reversed())
      || name.utf8.reversed().starts(with: "password".utf8.reversed())
  }

  /// Gives the scalar added last another end.
  mutating func setEnd(_ end: TextPosition) {
    records[records.count - 1].end = end.utf8Offset
  }

  /// The content of the scalar added last, which is one with content of its own.
  var lastDecoded: ArraySlice<UInt8> {
    let start = decodedEnds.count > 1 ? decodedEnds[decodedEnds.count - 2] : 0
    return decodedText[Int(start)...]
  }

  /// Closes what is open, so that a text that cannot be read to its end gives a tree.
  mutating func closeAll(at end: TextPosition) {
    let end = max(end, TextPosition(utf8Offset: Int(records.last?.end ?? 0)))
    while let last = open.last {
      if last.isMapping, !last.children.isMultiple(of: 2) { scalar(.null, at: end..<end, style: .plain) }
      try? self.end(at: end)
    }
  }

  /// Opens a list or mapping; its end is set when it is closed.
  mutating func begin(_ kind: Node.Kind, at start: TextPosition, style: Node.Style) {
    let index = append(kind, at: start..<start, style: style)
    open.append(Open(index: index, isMapping: kind == .mapping))
  }

  /// Closes the innermost collection at this place.
  ///
  /// - Throws: ``MergeError`` if the value of a merge key cannot be merged.
  mutating func end(at end: TextPosition) throws(MergeError) {
    let collection = open.removeLast()
    records[Int(collection.index)].end = max(records[Int(collection.index)].start, end.utf8Offset)
    records[Int(collection.index)].link = UInt32(records.count)
    guard collection.isMapping else { return }
    findDuplicates(collection)
    if collection.hasMergeKey { try merge(into: collection) }
  }

  /// Gives the node added last, or the collection opened last, its anchor and tag.
  ///
  /// Anchors are known by their names as they stand in the source, behind the `&`.
  mutating func setProperties(anchor: TextRange?, tag: TextRange?) {
    let index = UInt32(records.count - 1)
    properties.append(NodeProperties(anchor: anchor, tag: tag), at: index)
    records[Int(index)].flags.insert(.hasProperties)
    if let anchor { add(Anchor(index: index, range: anchor)) }
  }

  private mutating func append(_ kind: Node.Kind, at range: TextRange, style: Node.Style) -> UInt32 {
    let index = UInt32(records.count)
    var flags: Record.Flags = []
    var (parent, ordinal): (UInt32, UInt32) = (index, 0)
    let last = open.count - 1
    if last >= 0 {
      let collection = open[last]
      parent = collection.index
      ordinal = collection.isMapping ? collection.children / 2 : collection.children
      if collection.isMapping, collection.children % 2 == 0 { flags = .isKey }
      open[last].children = collection.children + 1
    }
    records.append(
      Record(
        start: range.lowerBound.utf8Offset, end: range.upperBound.utf8Offset, parent: parent, link: index + 1,
        ordinal: ordinal, kind: kind, style: style, flags: flags))
    return index
  }
}

// MARK: - Aliases

/// Why an alias cannot be followed.
enum AliasError: Error, Hashable {
  /// No anchor of that name stands before it.
  case undefined
  /// It stands inside the node that its anchor marks.
  case recursive(anchor: TextRange)
  /// With it, aliases add more nodes than the budget allows.
  case overBudget(anchor: TextRange)
  /// With it, collections are nested deeper than the limit.
  case tooDeep(anchor: TextRange)
}

/// Why a merge key cannot be followed.
enum MergeError: Error, Hashable {
  /// Its value is neither a mapping nor a list of mappings; the anchor is that of an alias which stands there.
  case notMappings(at: TextRange, anchor: TextRange?)
  /// With it, aliases add more nodes than the budget allows.
  case overBudget(at: TextRange)
}

extension TreeBuilder {
  private mutating func add(_ anchor: Anchor) {
    let hash = TextIndex.hash(source.bytes, Self.name(anchor.range))
    if let known = number(ofAnchorNamedAt: anchor.range, hash) { return anchors[Int(known)] = anchor }
    anchorIndex.add(UInt32(anchors.count), hash)
    anchors.append(anchor)
  }

  /// The last anchor with the name that stands at a place, behind a `&` or `*`.
  private func number(ofAnchorNamedAt range: TextRange, _ hash: UInt32) -> UInt32? {
    let name = source.bytes[Self.name(range)]
    return anchorIndex.number(hash) { source.bytes[Self.name(anchors[Int($0)].range)] == name }
  }

  /// Where the name of an anchor or alias stands.
  private static func name(_ range: TextRange) -> Range<Int> {
    let range = range.utf8Offsets
    return min(range.lowerBound + 1, range.upperBound)..<range.upperBound
  }

  /// Adds what an alias stands for.
  mutating func alias(at range: TextRange) throws(AliasError) {
    let hash = TextIndex.hash(source.bytes, Self.name(range))
    guard let anchor = number(ofAnchorNamedAt: range, hash).map({ anchors[Int($0)] }) else { throw .undefined }
    if open.contains(where: { $0.index == anchor.index }) { throw .recursive(anchor: anchor.range) }
    let subtree = anchor.index..<end(of: anchor.index)
    guard spend(subtree) else { throw .overBudget(anchor: anchor.range) }
    if open.count + height(of: subtree) > nestingLimit { throw .tooDeep(anchor: anchor.range) }
    let index = UInt32(records.count)
    let original = records[Int(anchor.index)]
    let root = append(
      original.kind, at: TextRange(utf8Offsets: Int(original.start)..<Int(original.end)), style: original.style)
    precondition(root == index)
    records[Int(index)].link = original.flags.contains(.isDecoded) ? original.link : index + UInt32(subtree.count)
    records[Int(index)].flags.formUnion(original.flags.intersection([.isDecoded]))
    records[Int(index)].flags.insert(.isAliasUse)
    aliasUses.append(AliasUse(alias: range, anchor: anchor.range), at: index)
    copyDescendants(of: subtree, below: index)
  }

  /// How many collections are nested in a subtree.
  private func height(of subtree: Range<UInt32>) -> Int {
    var ends: [UInt32] = []
    var height = 0
    for index in subtree where !isScalar(index) {
      while let last = ends.last, last <= index { ends.removeLast() }
      ends.append(records[Int(index)].link)
      height = max(height, ends.count)
    }
    return height
  }

  /// Copies all of a subtree but its first node to the end.
  private mutating func copyDescendants(of subtree: Range<UInt32>, below root: UInt32) {
    let shift = root - subtree.lowerBound
    for index in subtree.dropFirst() {
      var record = records[Int(index)]
      record.parent += shift
      if record.kind == .sequence || record.kind == .mapping { record.link += shift }
      if record.flags.contains(.isAliasUse), let use = aliasUses[index] { aliasUses.append(use, at: index + shift) }
      if record.flags.contains(.hasProperties), let own = properties[index] {
        properties.append(own, at: index + shift)
      }
      records.append(record)
    }
  }

  private func end(of index: UInt32) -> UInt32 {
    let record = records[Int(index)]
    return record.kind == .sequence || record.kind == .mapping ? record.link : index + 1
  }

  private mutating func spend(_ subtree: Range<UInt32>) -> Bool {
    for index in subtree {
      let bytes = isScalar(index) ? records[Int(index)].end - records[Int(index)].start : 0
      addedByAliases += 1 + Int(bytes) / ParseLimits.bytesPerAliasNode
    }
    return addedByAliases <= aliasBudget
  }
}

// MARK: - Merge keys

extension TreeBuilder {
  private mutating func markMergeKey(_ index: UInt32) {
    let record = records[Int(index)]
    guard mergeKeys, record.flags.contains(.isKey), record.style == .plain, record.end - record.start == 2,
      source.bytes[Int(record.start)] == UInt8(ascii: "<"), source.bytes[Int(record.start) + 1] == UInt8(ascii: "<")
    else { return }
    records[Int(index)].flags.insert(.isMergeKey)
    open[open.count - 1].hasMergeKey = true
  }

  /// Adds to a closed mapping the entries that its merge keys bring in, unless it has them itself.
  private mutating func merge(into collection: Open) throws(MergeError) {
    var known: Set<ArraySlice<UInt8>> = []
    var values: [UInt32] = []
    var ordinal: UInt32 = 0
    for (key, value) in entries(of: collection.index) {
      ordinal = records[Int(key)].ordinal
      if records[Int(key)].flags.contains(.isMergeKey) {
        values.append(value)
      } else if isScalar(key) {
        known.insert(content(of: key))
      }
    }
    var mappings: [UInt32] = []
    for value in values { mappings += try self.mappings(toMerge: value) }
    for mapping in mappings {
      for (key, value) in entries(of: mapping) {
        let isMergeKey = records[Int(key)].flags.contains(.isMergeKey)
        if isMergeKey || (isScalar(key) && !known.insert(content(of: key)).inserted) { continue }
        ordinal += 1
        try copyEntry(key: key, value: value, from: mapping, into: collection.index, ordinal: ordinal)
      }
    }
    records[Int(collection.index)].link = UInt32(records.count)
  }

  private func mappings(toMerge value: UInt32) throws(MergeError) -> [UInt32] {
    let record = records[Int(value)]
    switch record.kind {
    case .mapping: return [value]
    case .null where record.flags.contains(.isDecoded):
      // It stands for an alias that could not be followed, which has been said.
      return []
    case .sequence:
      var result: [UInt32] = []
      var index = value + 1
      while index < end(of: value) {
        guard records[Int(index)].kind == .mapping else { throw notMappings(index) }
        result.append(index)
        index = end(of: index)
      }
      return result
    default: throw notMappings(value)
    }
  }

  private func notMappings(_ index: UInt32) -> MergeError {
    if let use = aliasUses[index] { return .notMappings(at: use.alias, anchor: use.anchor) }
    let record = records[Int(index)]
    return .notMappings(at: TextRange(utf8Offsets: Int(record.start)..<Int(record.end)), anchor: nil)
  }

  private mutating func copyEntry(
    key: UInt32, value: UInt32, from mapping: UInt32, into target: UInt32, ordinal: UInt32
  ) throws(MergeError) {
    for (root, isKey) in [(key, true), (value, false)] {
      let subtree = root..<end(of: root)
      guard spend(subtree) else {
        throw .overBudget(at: TextRange(utf8Offsets: Int(records[Int(root)].start)..<Int(records[Int(root)].end)))
      }
      let copy = UInt32(records.count)
      var record = records[Int(root)]
      record.parent = target
      record.ordinal = ordinal
      record.flags.insert(.isMerged)
      record.flags.subtract([.isRepeated])
      if !isKey { record.flags.subtract(.isKey) }
      if record.kind == .sequence || record.kind == .mapping { record.link = copy + UInt32(subtree.count) }
      if let use = aliasUse(around: root, upTo: mapping) {
        record.flags.insert(.isAliasUse)
        aliasUses.append(use, at: copy)
      }
      if record.flags.contains(.hasProperties), let own = properties[root] { properties.append(own, at: copy) }
      records.append(record)
      copyDescendants(of: subtree, below: copy)
    }
  }

  /// The outermost alias that brought a node in, looking no further up than this mapping and the list it is in.
  private func aliasUse(around node: UInt32, upTo mapping: UInt32) -> AliasUse? {
    var use = aliasUses[node]
    if let outer = aliasUses[mapping] { use = outer }
    let parent = records[Int(mapping)].parent
    if records[Int(parent)].kind == .sequence, let outer = aliasUses[parent] { use = outer }
    return use
  }
}

// MARK: - Duplicate keys

extension TreeBuilder {
  private func entries(of mapping: UInt32) -> [(key: UInt32, value: UInt32)] {
    var result: [(key: UInt32, value: UInt32)] = []
    var key = mapping + 1
    while key < end(of: mapping) {
      let value = end(of: key)
      result.append((key, value))
      key = end(of: value)
    }
    return result
  }

  private func isScalar(_ index: UInt32) -> Bool {
    records[Int(index)].kind != .sequence && records[Int(index)].kind != .mapping
  }

  private func content(of index: UInt32) -> ArraySlice<UInt8> {
    let record = records[Int(index)]
    if record.flags.contains(.isDecoded) {
      let start = record.link == 0 ? 0 : decodedEnds[Int(record.link) - 1]
      return decodedText[Int(start)..<Int(decodedEnds[Int(record.link)])]
    }
    let isQuoted = record.style == .singleQuoted || record.style == .doubleQuoted
    return source.bytes[Int(record.start) + (isQuoted ? 1 : 0)..<Int(record.end) - (isQuoted ? 1 : 0)]
  }

  /// A key of the mapping that is searched for repeats.
  private struct Key {
    var index: UInt32
    /// Where its content stands, in the source or in `decodedText`.
    var content: Range<Int>
    var isDecoded: Bool
    /// Its length and some of its bytes: keys that differ here differ.
    var fingerprint: UInt64
  }

  // Static, and given what it needs: a method would get a copy of the whole builder.
  private static func key(
    _ index: UInt32, _ record: Record, _ source: [UInt8], _ decodedText: [UInt8], _ decodedEnds: [UInt32]
  ) -> Key {
    let isDecoded = record.flags.contains(.isDecoded)
    var start = Int(record.start)
    var end = Int(record.end)
    if isDecoded {
      start = record.link == 0 ? 0 : Int(decodedEnds[Int(record.link) - 1])
      end = Int(decodedEnds[Int(record.link)])
    } else if record.style == .singleQuoted || record.style == .doubleQuoted {
      start += 1
      end -= 1
    }
    var fingerprint = UInt64(truncatingIfNeeded: end - start) << 32
    if start < end {
      let middle = start + (end - start) / 2
      let (first, second, third) =
        isDecoded
        ? (decodedText[start], decodedText[middle], decodedText[end - 1])
        : (source[start], source[middle], source[end - 1])
      fingerprint |= UInt64(first) << 16 | UInt64(second) << 8 | UInt64(third)
    }
    return Key(index: index, content: start..<max(start, end), isDecoded: isDecoded, fingerprint: fingerprint)
  }

  /// Whether two keys of a small mapping look alike at first sight; hardly any do, and no list of keys need be made.
  private static func mayRepeatKeys(
    _ mapping: UInt32, _ records: [Record], _ source: [UInt8], _ decodedText: [UInt8], _ decodedEnds: [UInt32]
  ) -> Bool {
    var seen: UInt64 = 0
    var index = mapping + 1
    while index < records.count {
      let record = records[Int(index)]
      var value = record.link
      if !record.isCollection {
        value = index + 1
        let fingerprint = key(index, record, source, decodedText, decodedEnds).fingerprint
        // One of 64 bits, by what a multiplication leaves at the top.
        let mark: UInt64 = 1 << ((fingerprint &* 0x9E37_79B9_7F4A_7C15) >> 58)
        if seen & mark != 0 { return true }
        seen |= mark
      }
      guard value < records.count else { break }
      index = records[Int(value)].isCollection ? records[Int(value)].link : value + 1
    }
    return false
  }

  /// Marks repeated keys: pair by pair in a small mapping, by a table in a large one.
  private mutating func findDuplicates(_ collection: Open) {
    guard collection.children > 3 else { return }
    if collection.children <= 16,
      !Self.mayRepeatKeys(collection.index, records, source.bytes, decodedText, decodedEnds)
    {
      return
    }
    keys.removeAll(keepingCapacity: true)
    let isLarge = collection.children > 32
    var firsts = TextIndex(minimumCapacity: isLarge ? Int(collection.children / 2) : 0)
    var index = collection.index + 1
    let end = UInt32(records.count)
    var firstMergeKey: UInt32?
    while index < end {
      let record = records[Int(index)]
      let isScalar = record.kind != .sequence && record.kind != .mapping
      if record.flags.contains(.isMergeKey) {
        if let firstMergeKey { markRepeated(index, of: firstMergeKey) } else { firstMergeKey = index }
      } else if isScalar {
        let key = Self.key(index, record, source.bytes, decodedText, decodedEnds)
        if isLarge { markRepeated(key, &firsts) } else { keys.append(key) }
      }
      let value = isScalar ? index + 1 : record.link
      guard value < end else { break }
      let valueRecord = records[Int(value)]
      index = valueRecord.kind == .sequence || valueRecord.kind == .mapping ? valueRecord.link : value + 1
    }
    for position in keys.indices.dropFirst() {
      let key = keys[position]
      for earlier in 0..<position where keys[earlier].fingerprint == key.fingerprint {
        if content(of: keys[earlier].index) == content(of: key.index) {
          markRepeated(key.index, of: keys[earlier].index)
          break
        }
      }
    }
  }

  /// Marks a key of a large mapping if it stands there before.
  private mutating func markRepeated(_ key: Key, _ firsts: inout TextIndex) {
    let hash = TextIndex.hash(key.isDecoded ? decodedText : source.bytes, key.content)
    let first = firsts.number(hash) { content(of: $0) == content(of: key.index) }
    if let first { markRepeated(key.index, of: first) } else { firsts.add(key.index, hash) }
  }

  private mutating func markRepeated(_ key: UInt32, of first: UInt32) {
    records[Int(key)].flags.insert(.isRepeated)
    duplicates.append((first, key))
  }
}
