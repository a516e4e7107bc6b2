import ManifestText

/// Makes trees of libyaml's events, and accounts for every byte between them.
struct YAMLComposer {
  let source: SourceText
  let limits: ParseLimits
  private let mergeKeys: Bool
  private let check: YAMLSourceCheck
  /// The first hazard that has not been met.
  private var nextHazard = 0
  private var map: CodePointMap
  private(set) var cursor: YAMLCursor
  private var builder: TreeBuilder
  /// The innermost open collection; ``Level/document`` outside of all.
  private var level = Level.document
  /// The others, and the document, the outermost first.
  private var outerLevels: [Level] = []

  /// Documents that are complete, but for the first while it is the only one.
  private var documents: [SyntaxTree] = []
  private var first: TreeBuilder?
  private var errors: [SyntaxError] = []
  private var unknownTags: [UnknownTag] = []
  /// Whether the last document ended without `...`.
  private var lacksEndMarker = false

  /// An open collection.
  struct Level: Sendable {
    enum Kind: Sendable {
      case document
      case blockSequence
      case blockMapping
      case flowSequence
      case flowMapping
      /// A mapping of one entry, without braces, in a list in brackets.
      case flowPair
    }

    var kind: Kind
    /// The column of the innermost collection that is not in brackets; -1 if there is none.
    var indent: Int
    /// Where it begins.
    var start: Int
    /// Items so far; in a mapping, keys and values together.
    var children = 0

    var isFlow: Bool { kind == .flowSequence || kind == .flowMapping || kind == .flowPair }
    var isMapping: Bool { kind == .blockMapping || kind == .flowMapping || kind == .flowPair }

    static let document = Level(kind: .document, indent: -1, start: 0)
  }

  /// The open collections, the innermost last.
  var levels: [Level] { (outerLevels + [level]).filter { $0.kind != .document } }

  private mutating func open(_ kind: Level.Kind, indent: Int, start: Int) {
    outerLevels.append(level)
    level = Level(kind: kind, indent: indent, start: start)
  }

  init(_ source: SourceText, _ check: YAMLSourceCheck, limits: ParseLimits, mergeKeys: Bool) {
    self.source = source
    self.check = check
    self.limits = limits
    self.mergeKeys = mergeKeys
    map = CodePointMap(source.bytes, from: source.byteOrderMarkLength, isASCII: check.isASCII)
    cursor = YAMLCursor(source)
    builder = Self.makeBuilder(source, limits, mergeKeys)
    builder.reserveCapacity(forBytes: source.bytes.count)
  }

  private static func makeBuilder(_ source: SourceText, _ limits: ParseLimits, _ mergeKeys: Bool) -> TreeBuilder {
    TreeBuilder(
      source, language: .yaml, aliasBudget: limits.aliasNodes, nestingLimit: limits.yamlNesting,
      mergeKeys: mergeKeys)
  }
}

// MARK: - Events

extension YAMLComposer {
  /// Reads all events.
  mutating func compose(_ events: inout YAMLEvents) {
    do {
      while true {
        let kind = events.next()
        if kind == .streamEnd { return try endStream() }
        try handle(kind, &events)
      }
    } catch {
      errors.append(error.error)
      if !builder.isEmpty {
        builder.closeAll(at: TextPosition(utf8Offset: cursor.tokenEnd))
        finishDocument()
      }
    }
  }

  private mutating func handle(_ kind: YAMLEvents.Kind, _ events: inout YAMLEvents) throws(SyntaxFailure) {
    switch kind {
    case .scalar: try scalar(&events)
    case .alias: try alias(&events)
    case .mappingStart: try beginMapping(&events)
    case .sequenceStart: try beginSequence(&events)
    case .mappingEnd, .sequenceEnd: try endCollection(&events)
    case .documentStart: try beginDocument(&events)
    case .documentEnd: try endDocument(&events)
    case .failure: throw SyntaxFailure(failure(&events))
    case .streamStart, .streamEnd: break
    }
  }

  /// What was read, once all is.
  consuming func result() -> ParseResult {
    var documents = documents
    if let first { documents.insert(SyntaxTree(first, documentIndex: nil), at: 0) }
    var result = ParseResult(documents: documents, errors: errors, comments: cursor.comments)
    result.unknownTags = unknownTags
    return result
  }
}

// MARK: - Documents

extension YAMLComposer {
  private mutating func beginDocument(_ events: inout YAMLEvents) throws(SyntaxFailure) {
    let start = map.offset(of: events.start)
    try skipBetweenDocuments(upTo: start)
    if events.isImplicitStart { return }
    let end = map.offset(of: events.end)
    try directives(upTo: end - 3)
    cursor.pass(end)
  }

  /// Goes past comments, and `...` lines that end nothing.
  private mutating func skipBetweenDocuments(upTo target: Int) throws(SyntaxFailure) {
    while true {
      try cursor.skipBlanks(upTo: target)
      guard cursor.offset < target else { break }
      guard !lacksEndMarker, cursor.isFirstOnLine, source.bytes[cursor.offset...].starts(with: "...".utf8) else {
        throw SyntaxFailure(.unexpectedCharacter(in: source.bytes, at: cursor.offset))
      }
      cursor.pass(cursor.offset + 3)
    }
    try checkHazards(upTo: target)
  }

  /// Checks the lines before `---` that begin with `%`.
  private mutating func directives(upTo marker: Int) throws(SyntaxFailure) {
    while true {
      try cursor.skipBlanks(upTo: marker)
      let start = cursor.offset
      guard start < marker else {
        try checkHazards(upTo: marker)
        return
      }
      if lacksEndMarker { throw SyntaxFailure(.directiveWithoutEndMarker(in: source.bytes, at: start)) }
      var end = start
      while end < marker, source.bytes[end] != UInt8(ascii: "\n"), source.bytes[end] != UInt8(ascii: "\r") {
        if source.bytes[end] == UInt8(ascii: "#") {
          if !cursor.isBlankOrBreak(at: end - 1) { throw SyntaxFailure(.commentWithoutSpace(at: end)) }
          break
        }
        end += 1
      }
      cursor.pass(end)
    }
  }

  private mutating func endDocument(_ events: inout YAMLEvents) throws(SyntaxFailure) {
    finishDocument()
    lacksEndMarker = events.isImplicitEnd
    if lacksEndMarker { return }
    let start = map.offset(of: events.start)
    try cursor.skipBlanks(upTo: start)
    try checkHazards(upTo: start)
    if cursor.offset < start { throw SyntaxFailure(.unexpectedCharacter(in: source.bytes, at: cursor.offset)) }
    cursor.pass(map.offset(of: events.end))
  }

  private mutating func endStream() throws(SyntaxFailure) {
    try skipBetweenDocuments(upTo: source.bytes.count)
    if documents.isEmpty, first == nil {
      let start = source.startOfContent
      builder.scalar(.null, at: start..<start, style: .plain)
      finishDocument()
    }
  }

  private mutating func finishDocument() {
    let next = Self.makeBuilder(source, limits, mergeKeys)
    if let only = first {
      documents.append(SyntaxTree(only, documentIndex: 0))
      first = nil
    }
    if documents.isEmpty {
      first = builder
    } else {
      documents.append(SyntaxTree(builder, documentIndex: documents.count))
    }
    builder = next
  }
}

// MARK: - Nodes

extension YAMLComposer {
  private mutating func scalar(_ events: inout YAMLEvents) throws(SyntaxFailure) {
    let start = map.offset(of: events.start)
    let end = map.offset(of: events.end)
    if start == end {
      try enter(at: start, isEmpty: true)
      let position = TextPosition(utf8Offset: cursor.tokenEnd)
      builder.scalar(.null, at: position..<position, style: .plain)
      return
    }
    try enter(at: start, isEmpty: false)
    let properties = try properties(&events, upTo: end)
    let tag = properties?.tag.flatMap { _ in events.fullTag.flatMap(ScalarResolution.Tag.init) }
    if tag == nil, let range = properties?.tag { try checkTag(&events, at: range, not: ["seq", "map"]) }
    if let properties, cursor.offset >= end {
      if let range = properties.tag { try checkTag(&events, at: range, not: ["int", "float", "bool"]) }
      // An anchor or a tag, and nothing after it.
      let position = TextPosition(utf8Offset: cursor.tokenEnd)
      builder.scalar(tag == .string ? .string : .null, at: position..<position, style: .plain)
      builder.setProperties(anchor: properties.anchor, tag: properties.tag)
      return
    }
    try checkPlace()
    let style = events.style
    if style == .literal || style == .folded {
      try blockScalar(&events, cursor.offset..<end, style, tag)
    } else {
      try flowScalar(&events, cursor.offset..<end, style, tag)
    }
    if let properties { builder.setProperties(anchor: properties.anchor, tag: properties.tag) }
  }

  private mutating func flowScalar(
    _ events: inout YAMLEvents, _ range: Range<Int>, _ style: Node.Style, _ tag: ScalarResolution.Tag?
  ) throws(SyntaxFailure) {
    let place = TextRange(utf8Offsets: range)
    let isQuoted = style != .plain
    if isQuoted, range.count < 2 { throw SyntaxFailure(.unexpectedCharacter(in: source.bytes, at: range.lowerBound)) }
    let content = isQuoted ? range.lowerBound + 1..<range.upperBound - 1 : range
    let hasHazards = try checkHazards(upTo: range.upperBound, isQuoted: isQuoted)
    if !isQuoted, level.isFlow { try Self.checkPlainInFlow(source.bytes, range) }
    if events.scalarEquals(source.bytes, content), !hasHazards {
      builder.scalar(Self.kind(style, tag, source.bytes, content), at: place, style: style)
    } else {
      try checkLines(range, style)
      let start = builder.decodedText.count
      if hasHazards {
        let pieces = ScalarPieces(source.bytes, range, style: style, language: .yaml, content: [])
        if let escape = pieces.invalidEscape { throw SyntaxFailure(.unknownEscape(in: source.bytes, escape)) }
        builder.decodedScalar(at: place, style: style) { $0.append(contentsOf: pieces.content) }
      } else {
        builder.decodedScalar(at: place, style: style) { events.appendScalar(to: &$0) }
      }
      builder.setKind(Self.kind(style, tag, builder.decodedText, start..<builder.decodedText.count))
    }
    if let tag { try checkTag(tag, at: place) }
    cursor.pass(range.upperBound, mayPrecedeAdjacentValue: isQuoted)
  }

  /// Refuses lines too far to the left; one that looks like a key tells that a quote or a bracket is missing.
  private func checkLines(_ range: Range<Int>, _ style: Node.Style) throws(SyntaxFailure) {
    do {
      try cursor.checkLines(range, least: level.indent + 1)
    } catch {
      let start = error.error.range.utf8Offsets.lowerBound
      var end = start
      while !cursor.isBreak(at: end) { end += 1 }
      let line = source.bytes[start..<end]
      let inside = style == .plain ? line : line.prefix(max(0, range.upperBound - start))
      let looksLikeKey = inside.indices.contains { line[$0] == UInt8(ascii: ":") && cursor.isBlankOrBreak(at: $0 + 1) }
      guard looksLikeKey else { throw error }
      let lineRange = TextRange(utf8Offsets: start..<end)
      if style != .plain {
        throw SyntaxFailure(.unclosedQuote(source.bytes, at: range.lowerBound, before: lineRange))
      }
      guard let open = levels.last(where: { $0.kind == .flowSequence || $0.kind == .flowMapping }) else { throw error }
      throw SyntaxFailure(.unclosedBracket(source.bytes, at: open.start, before: lineRange))
    }
  }

  /// Refuses what libyaml takes for a plain scalar in brackets although YAML 1.2 does not.
  private static func checkPlainInFlow(_ bytes: [UInt8], _ range: Range<Int>) throws(SyntaxFailure) {
    if range.count == 1, bytes[range.lowerBound] == UInt8(ascii: "-") {
      throw SyntaxFailure(.dashInFlow(at: range.lowerBound))
    }
    if bytes[range.upperBound - 1] == UInt8(ascii: "$"), range.upperBound < bytes.count,
      bytes[range.upperBound] == UInt8(ascii: "{"),
      let slip = FlowVariableSlip(bytes, dollar: range.upperBound - 1, valueStart: range.lowerBound)
    {
      throw SyntaxFailure(slip.error(in: bytes))
    }
  }

  /// Adds a literal or folded scalar; libyaml's mark for its end is the start of a line further down.
  private mutating func blockScalar(
    _ events: inout YAMLEvents, _ range: Range<Int>, _ style: Node.Style, _ tag: ScalarResolution.Tag?
  ) throws(SyntaxFailure) {
    try checkHazards(upTo: range.upperBound)
    let start = TextPosition(utf8Offset: range.lowerBound)
    builder.decodedScalar(at: start..<start, style: style) { events.appendScalar(to: &$0) }
    let extent = YAMLBlockExtent(source.bytes, range, content: builder.lastDecoded)
    try extent.check(source.bytes, range, parentIndent: level.indent)
    cursor.pass(extent.indicatorsEnd)
    try cursor.skipToEndOfLine()
    builder.setEnd(TextPosition(utf8Offset: extent.end))
    if let tag {
      let content = builder.decodedText.count - builder.lastDecoded.count..<builder.decodedText.count
      builder.setKind(Self.kind(style, tag, builder.decodedText, content))
      try checkTag(tag, at: start..<TextPosition(utf8Offset: extent.end))
    }
    cursor.pass(extent.end, tokenEnd: extent.end)
  }

  private func checkTag(_ tag: ScalarResolution.Tag, at range: TextRange) throws(SyntaxFailure) {
    guard builder.lastKind == .string, tag != .string else { return }
    throw SyntaxFailure(.contentDiffersFromTag("!!" + tag.rawValue, at: range))
  }

  /// Refuses a tag of the core schema that is one of those which the node cannot have.
  private func checkTag(
    _ events: inout YAMLEvents, at range: TextRange, not names: [String]
  ) throws(SyntaxFailure) {
    guard let name = events.fullTag.flatMap(ScalarResolution.coreName), names.contains(name) else { return }
    throw SyntaxFailure(.contentDiffersFromTag("!!" + name, at: range))
  }

  private static func kind(
    _ style: Node.Style, _ tag: ScalarResolution.Tag?, _ bytes: [UInt8], _ content: Range<Int>
  ) -> Node.Kind {
    if let tag {
      return tag.kind(ofContent: ScalarResolution.kind(of: bytes, content)) ?? .string
    }
    return style == .plain ? ScalarResolution.kind(of: bytes, content) : .string
  }

  private mutating func alias(_ events: inout YAMLEvents) throws(SyntaxFailure) {
    let start = map.offset(of: events.start)
    let end = map.offset(of: events.end)
    try enter(at: start, isEmpty: false)
    try checkPlace()
    try checkHazards(upTo: end)
    cursor.pass(end)
    if !cursor.isBlankOrBreak(at: end), !level.isFlow || !cursor.isFlowIndicator(at: end) {
      throw SyntaxFailure(.anchorCharacter(in: source.bytes, at: end, "alias"))
    }
    let range = TextRange(utf8Offsets: start..<end)
    do {
      try builder.alias(at: range)
    } catch {
      switch error {
      case .undefined:
        let text = String(decoding: source.bytes[start + 1..<end], as: UTF8.self)
        note(.undefinedAlias(builder.mayExpectSecret ? nil : text, at: range))
        builder.scalar(.null, at: range, style: .plain, content: [])
      case .recursive(let anchor):
        note(.recursiveAlias(at: range, anchor: anchor))
        builder.scalar(.null, at: range, style: .plain, content: [])
      case .overBudget(let anchor):
        throw SyntaxFailure(.aliasBudget(limits.aliasNodes, at: range, anchor: anchor))
      case .tooDeep(let anchor):
        throw SyntaxFailure(.tooDeep(limit: limits.yamlNesting, at: range, anchor: anchor))
      }
    }
  }

  /// Takes note of a mistake that does not end the reading.
  private mutating func note(_ error: SyntaxError) {
    if errors.count < limits.mistakes { errors.append(error) }
  }

  private mutating func beginMapping(_ events: inout YAMLEvents) throws(SyntaxFailure) {
    let start = map.offset(of: events.start)
    let end = map.offset(of: events.end)
    try enter(at: start, isEmpty: false)
    try checkDepth(at: start)
    let properties = try properties(&events, upTo: end)
    if let range = properties?.tag {
      try checkTag(&events, at: range, not: ["seq", "str", "int", "float", "bool", "null"])
    }
    if events.style == .flow {
      let isBraced = end > cursor.offset && source.bytes[cursor.offset] == UInt8(ascii: "{")
      try checkPlace()
      if !isBraced, end > cursor.offset, !cursor.isBlankOrBreak(at: end) {
        throw SyntaxFailure(.questionMarkInFlow(at: cursor.offset))
      }
      builder.begin(.mapping, at: TextPosition(utf8Offset: cursor.offset), style: .flow)
      open(isBraced ? .flowMapping : .flowPair, indent: level.indent, start: cursor.offset)
      if end > cursor.offset { cursor.pass(end) }
    } else {
      try cursor.skipBlanks(upTo: end)
      builder.begin(.mapping, at: TextPosition(utf8Offset: end), style: .block)
      open(.blockMapping, indent: end - cursor.lineStart, start: end)
    }
    if let properties { builder.setProperties(anchor: properties.anchor, tag: properties.tag) }
  }

  private mutating func beginSequence(_ events: inout YAMLEvents) throws(SyntaxFailure) {
    let start = map.offset(of: events.start)
    let end = map.offset(of: events.end)
    try enter(at: start, isEmpty: false)
    try checkDepth(at: start)
    let properties = try properties(&events, upTo: end)
    if let range = properties?.tag {
      try checkTag(&events, at: range, not: ["map", "str", "int", "float", "bool", "null"])
    }
    try cursor.skipBlanks(upTo: end)
    let own = TextPosition(utf8Offset: cursor.offset)
    if events.style == .flow {
      try checkPlace()
      builder.begin(.sequence, at: own, style: .flow)
      open(.flowSequence, indent: level.indent, start: cursor.offset)
      cursor.pass(end)
    } else {
      builder.begin(.sequence, at: own, style: .block)
      let column = cursor.offset - cursor.lineStart
      open(.blockSequence, indent: column, start: cursor.offset)
    }
    if let properties { builder.setProperties(anchor: properties.anchor, tag: properties.tag) }
  }

  private mutating func endCollection(_ events: inout YAMLEvents) throws(SyntaxFailure) {
    let level = level
    self.level = outerLevels.removeLast()
    if level.kind == .flowSequence || level.kind == .flowMapping {
      let start = map.offset(of: events.start)
      let gap = try cursor.skipGap(upTo: start, flowIndent: level.indent + 1)
      if gap.separators > (level.children > 0 ? 1 : 0) || gap.count != gap.separators {
        throw SyntaxFailure(.unexpectedCharacter(in: source.bytes, at: gap.last))
      }
      try checkHazards(upTo: start)
      try cursor.checkIndentation(level.indent)
      cursor.pass(map.offset(of: events.end), mayPrecedeAdjacentValue: true)
    }
    do {
      try builder.end(at: TextPosition(utf8Offset: cursor.tokenEnd))
    } catch {
      switch error {
      case .notMappings(let range, let anchor):
        errors.append(.mergeOfOtherThanMapping(at: range, anchor: anchor))
      case .overBudget(let range): throw SyntaxFailure(.aliasBudget(limits.aliasNodes, at: range, anchor: nil))
      }
    }
  }

  private mutating func checkDepth(at offset: Int) throws(SyntaxFailure) {
    if outerLevels.count < limits.yamlNesting { return }
    throw SyntaxFailure(
      .tooDeep(limit: limits.yamlNesting, at: TextRange(utf8Offsets: offset..<offset + 1), anchor: nil))
  }
}

// MARK: - Between nodes

extension YAMLComposer {
  /// Goes to where the next node begins, and checks the indicators before it.
  private mutating func enter(at start: Int, isEmpty: Bool) throws(SyntaxFailure) {
    guard level.kind != .document else {
      try cursor.skipBlanks(upTo: start)
      if cursor.offset < start { throw SyntaxFailure(.unexpectedCharacter(in: source.bytes, at: cursor.offset)) }
      try checkHazards(upTo: start)
      return
    }
    let gap = try cursor.skipGap(upTo: start, flowIndent: level.isFlow ? level.indent + 1 : nil)
    let isKey = level.isMapping && level.children.isMultiple(of: 2)
    let isValue = level.isMapping && !isKey
    let separators = level.isFlow && level.kind != .flowPair && !isValue && level.children > 0 ? 1 : 0
    let mayHaveKeyIndicator = isKey && level.kind != .flowPair
    guard gap.entries == (level.kind == .blockSequence ? 1 : 0), gap.separators == separators,
      gap.keys <= (mayHaveKeyIndicator ? 1 : 0),
      gap.values == (isValue ? 1 : 0) || (isEmpty && gap.values <= 1 && isValue)
    else { throw SyntaxFailure(.unexpectedCharacter(in: source.bytes, at: gap.last)) }
    level.children += 1
    try checkHazards(upTo: start)
  }

  /// Refuses a node or property that begins a line too far to the left for the collection it is in.
  private mutating func checkPlace() throws(SyntaxFailure) {
    guard level.kind != .document, cursor.isFirstOnLine else { return }
    if !level.isFlow, level.kind == .blockMapping, level.children % 2 == 1, cursor.indentation == level.indent {
      return
    }
    try cursor.checkIndentation(level.indent + 1)
  }

  /// Refuses characters that end a line for libyaml only, and byte order marks, outside quoted texts.
  ///
  /// The answer is whether there are any in a quoted text.
  @discardableResult
  private mutating func checkHazards(upTo end: Int, isQuoted: Bool = false) throws(SyntaxFailure) -> Bool {
    let first = nextHazard
    while nextHazard < check.hazards.count, check.hazards[nextHazard] < end {
      guard isQuoted else { throw SyntaxFailure(.hazard(in: source.bytes, at: check.hazards[nextHazard])) }
      nextHazard += 1
    }
    return nextHazard > first
  }

  struct Properties {
    var anchor: TextRange?
    var tag: TextRange?
  }

  /// Goes past the anchor and tag of a node, to the node.
  private mutating func properties(
    _ events: inout YAMLEvents, upTo end: Int
  ) throws(SyntaxFailure) -> Properties? {
    guard events.hasProperties else { return nil }
    var properties = Properties()
    while cursor.offset < end {
      let start = cursor.offset
      switch source.bytes[start] {
      case UInt8(ascii: "&") where properties.anchor == nil:
        guard let length = events.anchorLength else { return properties }
        try checkPlace()
        cursor.pass(min(start + 1 + length, end))
        properties.anchor = TextRange(utf8Offsets: start..<cursor.offset)
      case UInt8(ascii: "!") where properties.tag == nil:
        try checkPlace()
        cursor.pass(min(tagEnd(start), end))
        properties.tag = TextRange(utf8Offsets: start..<cursor.offset)
        if let tag = events.fullTag, !ScalarResolution.knows(tag) { noteUnknownTag(start..<cursor.offset) }
      default: return properties
      }
      if !cursor.isBlankOrBreak(at: cursor.offset),
        !(level.isFlow && cursor.isFlowIndicator(at: cursor.offset))
      {
        throw SyntaxFailure(.anchorCharacter(in: source.bytes, at: cursor.offset, "anchor or tag"))
      }
      try cursor.skipBlanks(upTo: end)
    }
    return properties
  }

  private mutating func noteUnknownTag(_ range: Range<Int>) {
    guard unknownTags.count < limits.mistakes else { return }
    let place = TextRange(utf8Offsets: range)
    if builder.mayExpectSecret {
      unknownTags.append(UnknownTag(range: place, text: nil))
    } else {
      let text = String(decoding: source.bytes[range].prefix(64), as: UTF8.self)
      unknownTags.append(UnknownTag(range: place, text: range.count > 64 ? text + "…" : text))
    }
  }

  private func tagEnd(_ start: Int) -> Int {
    var end = start + 1
    if end < source.bytes.count, source.bytes[end] == UInt8(ascii: "<") {
      while end < source.bytes.count, source.bytes[end] != UInt8(ascii: ">") { end += 1 }
      return end + 1
    }
    while !cursor.isBlankOrBreak(at: end), !cursor.isFlowIndicator(at: end) { end += 1 }
    return end
  }
}

// MARK: - Failures

extension YAMLComposer {
  /// What libyaml could not read, in our words.
  private mutating func failure(_ events: inout YAMLEvents) -> SyntaxError {
    let failure = events.failure
    let place = map.offset(of: failure.index)
    let context = map.offset(of: failure.contextIndex)
    if nextHazard < check.hazards.count, check.hazards[nextHazard] < place {
      return .hazard(in: source.bytes, at: check.hazards[nextHazard])
    }
    let depth = levels.count { $0.isFlow }
    if let slip = FlowVariableSlip.first(in: source.bytes, from: cursor.tokenEnd, upTo: place, depth: depth) {
      return slip.error(in: source.bytes)
    }
    let reader = YAMLFailureReader(
      bytes: source.bytes, problem: failure.problem, place: place, context: failure.context, contextPlace: context,
      tokenEnd: cursor.tokenEnd, levels: levels, root: lastRoot, hasEndMarker: hasDocuments && !lacksEndMarker)
    return reader.error
  }

  private var hasDocuments: Bool { first != nil || !documents.isEmpty }

  /// Where the value of the document before begins, as long as nothing of the next has been read.
  private var lastRoot: TextRange? {
    builder.isEmpty ? first?.rootRange ?? documents.last?.root.range : nil
  }
}
